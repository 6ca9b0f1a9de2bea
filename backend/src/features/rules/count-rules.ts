import { collection, type Document } from '../../platform/documents/collection.ts'
import type { DocumentStore, Mode } from '../../platform/documents/port.ts'
import type { OutboxConsumer } from '../../platform/outbox/outbox.ts'
import type { RuleDeps } from './deps.ts'

export type RuleCount = { readonly orders: number; readonly failed: number }

/** How often each rule held on one day (UTC). Counted from the outbox; no payload, nothing personal. */
interface RuleCountsDocument extends Document {
  /** When the day begins. */
  readonly at: number
  readonly rules: Readonly<Record<string, RuleCount>>
  /** What the last fold counted here: after a crash the same entries come again. */
  readonly last: readonly string[]
  readonly revision: number
}
export const ruleCounts = collection<RuleCountsDocument>({
  name: 'rule_counts',
  scope: 'merchant',
  fields: { at: 'number', revision: 'number' },
  indexes: [{ fields: ['at'] }],
})

const dayMs = 86_400_000
const shownDays = 30

/** `rul_1:m rul_2:f`, as the outbox carries it. */
export const parseOutcomes = (text: unknown): readonly { readonly id: string; readonly failed: boolean }[] =>
  (typeof text === 'string' && text !== '' ? text.split(' ') : []).map((part) => {
    const [id = '', outcome] = part.split(':')
    return { id, failed: outcome === 'f' }
  })

interface Entry {
  readonly key: string
  readonly outcomes: ReturnType<typeof parseOutcomes>
}

/** Pure. Entries that the last fold counted already are left out, however often they come. */
export const countRules = (
  known: Pick<RuleCountsDocument, 'rules' | 'last'>,
  entries: readonly Entry[],
): Pick<RuleCountsDocument, 'rules' | 'last'> => {
  const made = new Set(known.last)
  const rules: Record<string, RuleCount> = { ...known.rules }
  for (const { key, outcomes } of entries) {
    if (made.has(key)) continue
    for (const { id, failed } of outcomes) {
      const { orders, failed: before } = rules[id] ?? { orders: 0, failed: 0 }
      rules[id] = failed ? { orders, failed: before + 1 } : { orders: orders + 1, failed: before }
    }
  }
  return { rules, last: entries.map(({ key }) => key) }
}

/** Counts what rules did, live and in shadow, so that no verdict waits for a document that other orders write. */
export const createRuleCountsConsumer = (documents: DocumentStore): OutboxConsumer => ({
  name: 'rules',
  kind: 'assessment.scored',
  fold: async ({ merchantId, mode }, entries) => {
    const scope = documents.forMerchant(merchantId, mode)
    const days = new Map<number, Entry[]>()
    for (const { subject, at, data } of entries) {
      const outcomes = parseOutcomes(data['rules'])
      if (outcomes.length === 0) continue
      const day = Math.floor(at / dayMs) * dayMs
      days.set(day, [...(days.get(day) ?? []), { key: subject, outcomes }])
    }
    for (const [at, counted] of days) {
      const id = String(at)
      const stored = await scope.get(ruleCounts, id)
      const changed = countRules(stored ?? { rules: {}, last: [] }, counted)
      const document = { ...changed, at, revision: (stored?.revision ?? 0) + 1 }
      await scope.write(
        stored
          ? { update: ruleCounts, id, changes: { set: document }, expect: { revision: stored.revision } }
          : { insert: ruleCounts, document: { id, ...document } },
      )
    }
  },
})

/** Totals of the last thirty days by rule. */
export const createRuleCounts =
  ({ documents, clock }: Pick<RuleDeps, 'documents' | 'clock'>) =>
  async ({
    merchantId,
    mode,
  }: {
    readonly merchantId: string
    readonly mode: Mode
  }): Promise<ReadonlyMap<string, RuleCount>> => {
    const where = { at: { gte: clock() - shownDays * dayMs } }
    const options = { sort: { field: 'at', direction: 'asc' }, limit: shownDays + 2 } as const
    const { items } = await documents.forMerchant(merchantId, mode).find(ruleCounts, where, options)
    const totals = new Map<string, RuleCount>()
    for (const [id, { orders, failed }] of items.flatMap(({ rules }) => Object.entries(rules))) {
      const known = totals.get(id) ?? { orders: 0, failed: 0 }
      totals.set(id, { orders: known.orders + orders, failed: known.failed + failed })
    }
    return totals
  }
