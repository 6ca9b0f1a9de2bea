import type { LabelName, LabelSource } from '#contract/labels.ts'
import { collection, type Document, type Json } from '../../platform/documents/collection.ts'
import type { Fact } from '../../scoring/standing.ts'
import type { CountedOrder } from './counted.ts'

/** A label as it was told. Inserted and never changed: a correction is another one. */
export interface LabelDocument {
  readonly id: string
  readonly order_ref: string
  readonly order_id: string
  readonly assessment_id: string
  readonly label: LabelName
  readonly source: LabelSource
  readonly reason_code: string | null
  readonly occurred_at: number | null
  readonly known_at: number
  readonly received_at: number
  readonly told_by: string
}

export const labels = collection<LabelDocument & Document>({
  name: 'labels',
  scope: 'merchant',
  sealed: true,
  fields: { order_ref: 'string', label: 'string', received_at: 'number' },
  indexes: [
    { fields: ['order_ref', 'received_at'] },
    { fields: ['received_at'] },
    { fields: ['label', 'received_at'] },
  ],
})

/** What became known of an order, with the label that said it. */
export interface KnownFact extends Fact {
  readonly id: string
  /** `label source reason occurred`: the same label told again is the same. null: no label. */
  readonly told: string | null
}

/**
 * One per order of which anything became known: all facts, and what its profiles were told. Whoever changes it expects
 * its revision, so that each profile counts an order exactly once, whatever is told how often and in which order.
 */
export interface OutcomeDocument {
  /** Keyed order id. */
  readonly id: string
  readonly facts: readonly KnownFact[]
  readonly counted: CountedOrder
  /** Attempts whose profiles have counted it. */
  readonly attempts: readonly string[]
  /** When its first attempt was received: where its profiles keep it, now and in every correction. */
  readonly placed_at: number
  readonly outcome: string
  readonly revision: number
}

export const outcomes = collection<OutcomeDocument & Document>({
  name: 'outcomes',
  scope: 'merchant',
  fields: { revision: 'number' },
})

/** Everything in it is JSON; the compiler cannot see that through interfaces. */
export const asOutcome = (document: OutcomeDocument): OutcomeDocument & Document =>
  document as OutcomeDocument & Document

/** How far silence was followed up, in receipt times. */
export interface MaturityDocument extends Document {
  readonly to: number
}
export const maturity = collection<MaturityDocument>({ name: 'maturity', scope: 'merchant', fields: {} })

export interface KnownOutcomes {
  readonly bad: number
  readonly good: number
}
export interface TotalsDocument extends Document {
  readonly revision: number
  readonly standard: KnownOutcomes & { readonly [name: string]: Json }
  readonly cod: KnownOutcomes & { readonly [name: string]: Json }
  /** Subjects of the last fold: after a crash the same entries come again. */
  readonly last: readonly string[]
}
/** Orders whose outcome is known, per question: what the base rate follows from. */
export const outcomeTotals = collection<TotalsDocument>({
  name: 'outcome_totals',
  scope: 'merchant',
  fields: { revision: 'number' },
})
