import { ReviewLabel, type Review } from '#contract/reviews.ts'
import type { ReviewDocument } from './collections.ts'

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** As it is told: a claim that is over is nobody's. */
export const adaptReview = (review: ReviewDocument, now: number): Review => {
  const isClaimed = review.claimed_by !== null && review.claimed_until > now
  const { decided_at: decidedAt, opened_at: openedAt } = review
  return {
    id: review.id,
    assessment_id: review.assessment_id,
    order_id: review.order_id,
    state: review.state,
    opened_at: new Date(openedAt).toISOString(),
    trust_score: review.trust_score,
    risk_level: review.risk_level,
    amount: review.amount,
    currency: review.currency,
    reason: review.reason,
    group: review.group ?? null,
    claimed_by: isClaimed ? review.claimed_by : null,
    claimed_until: isClaimed ? iso(review.claimed_until) : null,
    escalated_by: review.escalated_by,
    escalated_at: iso(review.escalated_at),
    decision: review.decision,
    label: ReviewLabel.nullable().parse(review.label),
    decided_by: review.decided_by,
    decided_at: iso(decidedAt),
    undo_until: review.state === 'pending' ? iso(review.due_at ?? null) : null,
    seconds_to_decision: decidedAt === null ? null : Math.round((decidedAt - openedAt) / 1000),
    notes: review.notes.map(({ at, by, text }) => ({ at: new Date(at).toISOString(), by, text })),
  }
}
