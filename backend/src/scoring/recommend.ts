import type { Decision, Recommendation } from '#contract/assessment.ts'
import type { EvidenceValue } from './evidence.ts'
import type { EvidenceValues } from './measure.ts'
import { valueOf } from './value-of.ts'

/** Issuers vouch for these: asking again would tell the store nothing new. */
const vouched = new Set<EvidenceValue>(['authenticated', 'challenged', 'frictionless'])

/** The cheapest thing a store can do that would settle the doubt. */
export function recommend(decision: Decision, values: EvidenceValues): Recommendation {
  if (decision === 'approve') return 'none'
  if (decision === 'decline') return 'hold_shipment'
  const method = valueOf(values, 'payment.method')
  if (method === 'cod') return 'confirm_order'
  if (method !== 'card' || vouched.has(valueOf(values, 'payment.three_d_secure'))) return 'verify_identity'
  return 'challenge_3ds'
}
