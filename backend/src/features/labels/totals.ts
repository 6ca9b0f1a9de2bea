import type { DocumentStore } from '../../platform/documents/port.ts'
import type { OutboxConsumer, OutboxEntry, Tenant } from '../../platform/outbox/outbox.ts'
import { outcomeTotals, type KnownOutcomes, type TotalsDocument } from './collections.ts'

export interface OutcomeTotals {
  readonly standard: KnownOutcomes
  readonly cod: KnownOutcomes
}

const id = 'totals'
const none: KnownOutcomes = { bad: 0, good: 0 }

const differenceOf = ({ data }: OutboxEntry, outcome: 'bad' | 'good'): number =>
  Number(data['after'] === outcome) - Number(data['before'] === outcome)

const countInto = (totals: OutcomeTotals, entry: OutboxEntry): OutcomeTotals => {
  const card = entry.data['cod'] === true ? 'cod' : 'standard'
  const { bad, good } = totals[card]
  return {
    ...totals,
    [card]: { bad: bad + differenceOf(entry, 'bad'), good: good + differenceOf(entry, 'good') },
  }
}

/** Known outcomes per question, folded from what changed. */
export const createTotalsConsumer = (documents: Pick<DocumentStore, 'forMerchant'>): OutboxConsumer => ({
  name: 'outcome-totals',
  kind: 'outcome.changed',
  fold: async ({ merchantId, mode }, entries) => {
    const scope = documents.forMerchant(merchantId, mode)
    const stored: TotalsDocument | undefined = await scope.get(outcomeTotals, id)
    const counted = new Set(stored?.last)
    const fresh = entries.filter(({ subject }) => !counted.has(subject))
    if (fresh.length === 0) return
    const before: OutcomeTotals = { standard: stored?.standard ?? none, cod: stored?.cod ?? none }
    const { standard, cod } = fresh.reduce(countInto, before)
    const last = entries.map(({ subject }) => subject)
    const set = { standard: { ...standard }, cod: { ...cod }, last, revision: (stored?.revision ?? 0) + 1 }
    await scope.write(
      stored
        ? { update: outcomeTotals, id, changes: { set }, expect: { revision: stored.revision } }
        : { insert: outcomeTotals, document: { id, ...set } },
    )
  },
})

export const createReadTotals =
  (documents: Pick<DocumentStore, 'forMerchant'>) =>
  async ({ merchantId, mode }: Tenant): Promise<OutcomeTotals> => {
    const stored = await documents.forMerchant(merchantId, mode).get(outcomeTotals, id)
    return { standard: stored?.standard ?? none, cod: stored?.cod ?? none }
  }
