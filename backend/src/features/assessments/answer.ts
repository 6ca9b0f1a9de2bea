import type { Assessment } from '#contract/assessment.ts'
import type { Judgement } from '../../scoring/judge.ts'
import { engineVersion } from '../../scoring/engine-version.ts'
import type { Policy } from '../../scoring/policy.ts'
import type { AssessmentRow, RecordedOrder } from './collections.ts'
import type { Tenant } from './deps.ts'

export interface Decided {
  readonly judgement: Judgement
  readonly policy: Policy
  readonly causes: readonly string[]
}

const deviceOf = ({ session }: RecordedOrder): Assessment['device'] =>
  session.state === 'found' && session.device
    ? {
        id: session.device.id,
        confidence: session.device.confidence,
        first_seen_at: new Date(session.device.firstSeenAt).toISOString(),
      }
    : null

/** The answer in its published order of fields. It is kept as sent. */
export const answerOf = (
  { mode }: Tenant,
  row: AssessmentRow,
  order: RecordedOrder,
  { judgement, policy, causes }: Decided,
  latencyMs: number,
): Assessment => ({
  id: row.id,
  livemode: mode === 'live',
  created_at: new Date(row.received_at).toISOString(),
  session_id: order.session_id,
  order_id: order.order_id,
  attempt: row.attempt ?? 1,
  previous: order.previous,
  trust_score: judgement.trust_score,
  sum: judgement.sum,
  base: judgement.base,
  risk_level: judgement.risk_level,
  decision: judgement.decision,
  would_decide: judgement.would_decide,
  decided_by: judgement.decided_by,
  recommendation: judgement.recommendation,
  degraded: causes.length > 0,
  degraded_causes: [...causes],
  control: judgement.control,
  reasons: [...judgement.reasons],
  policy_revision: policy.revision,
  engine: engineVersion,
  device: deviceOf(order),
  warnings: [...order.warnings],
  latency_ms: latencyMs,
})
