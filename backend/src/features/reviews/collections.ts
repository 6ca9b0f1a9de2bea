import type { RiskLevel } from '#contract/assessment.ts'
import type { LabelName } from '#contract/labels.ts'
import type { ReviewDecision, ReviewState } from '#contract/reviews.ts'
import { collection, type Document } from '../../platform/documents/collection.ts'

export interface KeptNote {
  readonly at: number
  readonly by: string
  readonly text: string
}

/** One order that waits for a person. Its id is that of the assessment, so that it is opened once. */
export interface ReviewDocument {
  readonly id: string
  readonly assessment_id: string
  readonly order_id: string
  readonly state: ReviewState
  readonly opened_at: number
  /** Lowest first is riskiest first. */
  readonly raw_score: number
  readonly trust_score: number
  readonly risk_level: RiskLevel
  readonly amount: number
  readonly currency: string
  readonly reason: string | null
  readonly group?: string
  readonly claimed_by: string | null
  readonly claimed_until: number
  readonly escalated: boolean
  readonly escalated_by: string | null
  readonly escalated_at: number | null
  readonly decision: ReviewDecision | null
  readonly label: LabelName | null
  readonly decided_by: string | null
  readonly decided_by_type: 'person' | 'key' | null
  readonly decided_at: number | null
  /** There while something is still to be done: the store is told then. */
  readonly due_at?: number
  readonly notes: readonly KeptNote[]
  readonly revision: number
}
export type ReviewRow = ReviewDocument & Document

export const reviews = collection<ReviewRow>({
  name: 'reviews',
  scope: 'merchant',
  sealed: true,
  fields: {
    state: 'string',
    opened_at: 'number',
    raw_score: 'number',
    group: 'string',
    escalated: 'boolean',
    due_at: 'number',
    revision: 'number',
  },
  indexes: [
    { fields: ['state', 'opened_at'] },
    { fields: ['state', 'raw_score'] },
    { fields: ['group', 'opened_at'], sparse: true },
    { fields: ['due_at'], sparse: true, acrossMerchants: true },
  ],
})

/** Everything in it is JSON; the compiler cannot see that through interfaces. */
export const asReviewRow = (document: ReviewDocument): ReviewRow => document as ReviewRow

export const reviewIdOf = (assessmentId: string): string => assessmentId.replace(/^asm_/, 'rev_')
