import type { OrderRow } from '#contract/console.ts'
import type { Reason } from '#contract/assessment.ts'
import type { AssessmentRow } from '../collections.ts'
import { asAnswered } from '../read.ts'

const strongest = (reasons: readonly Reason[]): OrderRow['reason'] => {
  const [first] = [...reasons].sort((one, other) => Math.abs(other.points) - Math.abs(one.points))
  return first ? { text: first.text, points: first.points } : null
}

/** One line of a list; undefined while the order is not scored. */
export const adaptRow = (row: AssessmentRow): OrderRow | undefined => {
  const answered = asAnswered(row)
  const { order } = row
  if (!answered || !order) return undefined
  const { id, order_id, attempt, created_at, trust_score, risk_level, decision, degraded } = answered
  return {
    id,
    order_id,
    attempt,
    created_at,
    amount: order.facts.amount,
    currency: order.facts.currency,
    trust_score,
    risk_level,
    decision,
    decided_by: answered.decided_by.type,
    degraded,
    reason: strongest(answered.reasons),
    email_hint: order.identifiers.email?.hint ?? null,
    billing_country: order.facts.billing?.country ?? null,
    shipping_country: order.facts.shipping?.country ?? null,
    imported: order.imported === true,
  }
}

export const adaptRows = (rows: readonly (AssessmentRow | undefined)[]): OrderRow[] =>
  rows.map((row) => row && adaptRow(row)).filter((row) => row !== undefined)
