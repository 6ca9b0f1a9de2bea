import type { Rescored } from '#contract/rescored.ts'
import { collection, type Document } from '../../platform/documents/collection.ts'
import type { EvidenceValues } from '../../scoring/measure.ts'

/** A later verdict on an order. It points to the first one, which never changes. */
export interface RescoreDocument {
  /** From the order and what made it: the same news scores an order again once. */
  readonly id: string
  readonly assessment_id: string
  readonly at: number
  readonly level: string
  readonly digest: string
  /** As it is told. */
  readonly told: Rescored
  /** In registry order, so that it can be judged again. */
  readonly values: EvidenceValues
  readonly raw_score: number
  readonly causes: readonly string[]
}
export type RescoreRow = RescoreDocument & Document

export const rescores = collection<RescoreRow>({
  name: 'rescores',
  scope: 'merchant',
  sealed: true,
  fields: { assessment_id: 'string', at: 'number', level: 'string' },
  indexes: [{ fields: ['assessment_id', 'at'] }],
})

/** Everything in it is JSON; the compiler cannot see that through interfaces. */
export const asRescoreRow = (document: RescoreDocument): RescoreRow => document as RescoreRow
