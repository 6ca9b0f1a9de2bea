import { asJson, collection, type Document } from '../../platform/documents/collection.ts'
import type { Documents } from '../../platform/documents/port.ts'
import type { OutboxConsumer, OutboxEntry } from '../../platform/outbox/outbox.ts'
import type { StoreNorms } from '../../scoring/context.ts'
import { emptyNorms, foldOrders, viewNorms, type FoldedOrder, type Norms } from '../../scoring/norms.ts'
import type { AssessmentDeps, Tenant } from './deps.ts'
import { habitsIn } from './habit-fields.ts'

interface NormsDocument {
  readonly id: string
  readonly revision: number
  readonly norms: Norms
  /** Subjects of the last fold: after a crash the same entries come again. */
  readonly last: readonly string[]
}
export const normsCollection = collection<NormsDocument & Document>({
  name: 'norms',
  scope: 'merchant',
  fields: { revision: 'number' },
})
const id = 'norms'

/** Norms fade over weeks: seconds do not matter, and every order of a store would read the same document. */
const cachedMs = 10_000
const mostCached = 10_000

interface Held {
  readonly at: number
  readonly norms: Promise<Norms>
  /** By currency: quantiles and shares are worked out once, not for each order. */
  readonly views: Map<string, StoreNorms>
}

/** What is usual in a store, from memory. Ten seconds old at most; nobody needs to be told of a change. */
export const createNormsReader = ({ documents, clock, edgeLimits }: AssessmentDeps) => {
  const cached = new Map<string, Held>()

  const load = async (scope: Documents, now: number): Promise<Norms> =>
    (await scope.get(normsCollection, id))?.norms ?? emptyNorms(now)

  const known = ({ merchantId, mode }: Tenant, now: number): Held => {
    const name = `${merchantId}:${mode}`
    const held = cached.get(name)
    if (held && now - held.at < cachedMs) return held
    if (cached.size > mostCached) cached.clear()
    const norms = load(documents.forMerchant(merchantId, mode), now)
    norms.catch(() => cached.delete(name))
    const loading = { at: now, norms, views: new Map() }
    cached.set(name, loading)
    return loading
  }

  return async (tenant: Tenant, currency: string, now: number): Promise<StoreNorms> => {
    const { norms, views } = known(tenant, clock())
    const view = views.get(currency) ?? viewNorms(await norms, { currency, now, edgeLimited: false })
    views.set(currency, view)
    return { ...view, edgeLimited: edgeLimits.isRefusing(tenant.merchantId, tenant.mode, now) }
  }
}

const foldedOrder = ({ at, data }: OutboxEntry): FoldedOrder => ({
  at,
  amount: Number(data['amount']),
  currency: String(data['currency']),
  country: typeof data['country'] === 'string' ? data['country'] : null,
  withoutSession: data['without_session'] === true,
  ...habitsIn(data),
})

/** Attempts are one order: only the first makes a habit. */
const isFirst = ({ data }: OutboxEntry): boolean => data['attempt'] === 1 && data['test'] !== true

export const createNormsConsumer = ({
  documents,
  clock,
}: Pick<AssessmentDeps, 'documents' | 'clock'>): OutboxConsumer => ({
  name: 'norms',
  kind: 'assessment.scored',
  fold: async ({ merchantId, mode }, entries) => {
    const scope = documents.forMerchant(merchantId, mode)
    const stored = await scope.get(normsCollection, id)
    const counted = new Set(stored?.last)
    const fresh = entries.filter((entry) => !counted.has(entry.subject))
    if (fresh.length === 0) return
    const before = stored?.norms ?? emptyNorms(clock())
    const norms = foldOrders(before, fresh.filter(isFirst).map(foldedOrder))
    const next = { norms, last: entries.map(({ subject }) => subject), revision: (stored?.revision ?? 0) + 1 }
    const contents = { revision: next.revision, last: next.last, norms: asJson(next.norms) }
    await scope.write(
      stored
        ? { update: normsCollection, id, changes: { set: contents }, expect: { revision: stored.revision } }
        : { insert: normsCollection, document: { id, ...contents } },
    )
  },
})
