import { z } from 'zod'
import { LabelName } from './labels.ts'
import { listOf, PageQuery } from './list.ts'
import { RiskLevel } from './assessment.ts'

/** pending: decided, and the store is not told yet, so it may be undone. superseded: a newer attempt took its place. */
export const reviewStates = ['open', 'pending', 'closed', 'superseded'] as const
export const ReviewState = z.enum(reviewStates)
export type ReviewState = z.infer<typeof ReviewState>

export const ReviewDecision = z.enum(['approve', 'decline'])
export type ReviewDecision = z.infer<typeof ReviewDecision>

/** What a reviewer may say they know. Without one, a decline is `suspected_fraud` and an approval waits for silence. */
export const ReviewLabel = LabelName.extract(['fraud', 'not_fraud', 'suspected_fraud', 'refused_delivery'])

export const ReviewNote = z.object({ at: z.string(), by: z.string(), text: z.string() })
export type ReviewNote = z.infer<typeof ReviewNote>

export const Review = z.object({
  id: z.string(),
  assessment_id: z.string(),
  order_id: z.string(),
  state: ReviewState,
  opened_at: z.string(),
  trust_score: z.number().int(),
  risk_level: RiskLevel,
  amount: z.number().int(),
  currency: z.string(),
  /** The strongest reason. */
  reason: z.string().nullable(),
  /** Short reference of the device; equal in reviews of the same device, null without one. */
  group: z.string().nullable(),
  /** A person or key, until `claimed_until`. */
  claimed_by: z.string().nullable(),
  claimed_until: z.string().nullable(),
  escalated_by: z.string().nullable(),
  escalated_at: z.string().nullable(),
  decision: ReviewDecision.nullable(),
  label: ReviewLabel.nullable(),
  decided_by: z.string().nullable(),
  decided_at: z.string().nullable(),
  /** The decision can be undone until then; after it the store is told. */
  undo_until: z.string().nullable(),
  /** From opening to the decision. */
  seconds_to_decision: z.number().int().nullable(),
  notes: z.array(ReviewNote),
})
export type Review = z.infer<typeof Review>

export const Reviews = listOf(Review)
export type Reviews = z.infer<typeof Reviews>

/** oldest: longest waiting first. riskiest: lowest score first. Other than open: newest first. */
export const ReviewQuery = PageQuery.extend({
  state: ReviewState.default('open'),
  sort: z.enum(['oldest', 'riskiest']).default('oldest'),
  group: z.string().max(40).optional(),
  assessment_id: z.string().max(60).optional(),
})

const note = z.string().trim().min(1).max(2000)
export const ReviewChoice = z.object({
  decision: ReviewDecision,
  label: ReviewLabel.optional(),
  note: note.optional(),
})
export type ReviewChoice = z.infer<typeof ReviewChoice>
export const ReviewEscalation = z.looseObject({ note: note.optional() })
export type ReviewEscalation = z.infer<typeof ReviewEscalation>
export const ReviewNoteRequest = z.looseObject({ text: note })
export type ReviewNoteRequest = z.infer<typeof ReviewNoteRequest>

/** One decision for several orders, such as all that one device placed. */
export const ReviewBulk = ReviewChoice.extend({ ids: z.array(z.string().max(60)).min(1).max(100) })
export type ReviewBulk = z.infer<typeof ReviewBulk>
export const ReviewBulkReply = z.object({
  data: z.array(
    z.union([
      z.object({ id: z.string(), status: z.literal('decided'), review: Review }),
      z.object({
        id: z.string(),
        status: z.literal('refused'),
        code: z.enum(['not_found', 'review_claimed', 'review_decided', 'role_insufficient']),
      }),
    ]),
  ),
})
export type ReviewBulkReply = z.infer<typeof ReviewBulkReply>
