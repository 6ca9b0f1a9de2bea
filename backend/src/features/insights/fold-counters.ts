import { Decision, RiskLevel, type Assessment } from '#contract/assessment.ts'
import type { OrderRow } from '#contract/console.ts'
import { AppError } from '../../platform/app-error.ts'
import { asJson, type Json } from '../../platform/documents/collection.ts'
import type { DocumentStore, Documents } from '../../platform/documents/port.ts'
import type { OutboxConsumer, OutboxEntry, Tenant } from '../../platform/outbox/outbox.ts'
import { counters } from './collections.ts'
import { counterId, countInto, emptyCounter, type Count } from './count.ts'

/** What insights asks of assessments. */
export interface ScoredOrders {
  readonly get: (tenant: Tenant, id: string) => Promise<Assessment>
  readonly orders: {
    readonly row: (tenant: Tenant, id: string) => Promise<OrderRow | undefined>
    readonly list: (
      tenant: Tenant,
      query: { readonly limit: number },
    ) => Promise<{ readonly data: readonly OrderRow[] }>
  }
}

/** `CODE:-12 OTHER:-5`, as the outbox carries it. */
const parseLowered = (text: unknown): Count['lowered'] =>
  (typeof text === 'string' && text !== '' ? text.split(' ') : []).map((part) => {
    const [code = '', points = '0'] = part.split(':')
    return { code, points: Number(points) }
  })

const countOf = ({ subject, at, data }: OutboxEntry): Count => ({
  key: subject,
  sign: 1,
  at,
  amount: Number(data['amount']),
  currency: String(data['currency']),
  level: RiskLevel.parse(data['level']),
  decision: Decision.parse(data['decision']),
  lowered: parseLowered(data['lowered']),
})

const unlessGone = (error: unknown): undefined => {
  if (error instanceof AppError && error.code === 'not_found') return undefined
  throw error
}

/** An order with several attempts is one order, counted as its latest: the one before is taken back. */
const createTakeBack =
  (scored: ScoredOrders) =>
  async (tenant: Tenant, { data }: OutboxEntry): Promise<readonly Count[]> => {
    const id = data['previous']
    if (typeof id !== 'string') return []
    const row = await scored.orders.row(tenant, id).catch(unlessGone)
    if (!row) return []
    const { reasons } = await scored.get(tenant, id)
    return [
      {
        key: `-${id}`,
        sign: -1,
        at: Date.parse(row.created_at),
        amount: row.amount,
        currency: row.currency,
        level: row.risk_level,
        decision: row.decision,
        lowered: reasons.filter(({ points }) => points < 0),
      },
    ]
  }

const byCounter = (counts: readonly Count[]): ReadonlyMap<string, readonly Count[]> => {
  const groups = new Map<string, Count[]>()
  for (const count of counts) groups.set(counterId(count), [...(groups.get(counterId(count)) ?? []), count])
  return groups
}

/** JSON by its make: counts under names of our own. */
const asStored = (changed: object): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(changed)
      .filter(([name]) => name !== 'id')
      .map(([name, value]) => [name, asJson(value)]),
  )

/** Throws Conflict when another worker was quicker; the entries then come again. */
const write = async (scope: Documents, id: string, counts: readonly Count[]): Promise<void> => {
  const [first] = counts
  if (!first) return
  const stored = await scope.get(counters, id)
  const document = countInto(stored ?? emptyCounter(first), counts)
  await scope.write(
    stored
      ? { update: counters, id, changes: { set: asStored(document) }, expect: { revision: stored.revision } }
      : { insert: counters, document },
  )
}

/** Counters of the overview, folded from the outbox, so that no verdict waits for a document that other orders write. */
export const createCountersConsumer = (documents: DocumentStore, scored: ScoredOrders): OutboxConsumer => {
  const takeBack = createTakeBack(scored)
  return {
    name: 'insights',
    kind: 'assessment.scored',
    fold: async (tenant, entries) => {
      const taken = await Promise.all(entries.map((entry) => takeBack(tenant, entry)))
      const scope = documents.forMerchant(tenant.merchantId, tenant.mode)
      for (const [id, counts] of byCounter([...entries.map(countOf), ...taken.flat()])) await write(scope, id, counts)
    },
  }
}
