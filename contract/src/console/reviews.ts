import { z } from 'zod'

/**
 * GET …/reviews: Reviews, asked with ReviewQuery. GET …/reviews/:id: Review. POST …/reviews/:id/{claim, release, undo}
 * without a body, {decide} with a ReviewChoice, {escalate} with a ReviewEscalation, {notes} with a ReviewNoteRequest: each
 * answers the Review. POST …/reviews/decide with a ReviewBulk: ReviewBulkReply. Conflicts: `review_claimed` (somebody else
 * holds it), `review_decided` (it is no longer open), `undo_too_late` (the store was told). Viewers read only; what was
 * escalated is decided by owner or admin.
 */
export * from '../reviews.ts'

/** GET …/reviews/summary */
export const ReviewSummary = z.object({
  open: z.number().int(),
  escalated: z.number().int(),
  oldest_opened_at: z.string().nullable(),
  /** Of the last 30 days, at most the newest 1,000. */
  decided: z.number().int(),
  approved: z.number().int(),
  median_seconds_to_decision: z.number().int().nullable(),
  p90_seconds_to_decision: z.number().int().nullable(),
})
export type ReviewSummary = z.infer<typeof ReviewSummary>
