import { Conflict, type Follower } from '../../platform/documents/port.ts'
import { AppError } from '../../platform/app-error.ts'
import { outboxEntry } from '../../platform/outbox/outbox.ts'
import { decidedOf, digest } from '../../scoring/digest.ts'
import { engineVersion } from '../../scoring/engine-version.ts'
import { isOwnDecline } from '../../scoring/own-decline.ts'
import { hitsField } from '../lists/service.ts'
import { networkFields } from '../network/service.ts'
import { countryOf } from '../velocity/service.ts'
import { answerOf } from './answer.ts'
import { habitFields } from './habit-fields.ts'
import type { Recorded } from './claims.ts'
import { assessments, type RecordedOrder, type StoredVerdict } from './collections.ts'
import type { AssessmentDeps, Tenant } from './deps.ts'
import type { JudgedOrder } from './judge-order.ts'

export const verdictOf = (
  order: RecordedOrder,
  { judgement, values, policy, causes, hits, shadow }: JudgedOrder,
  now: number,
): StoredVerdict => ({
  engine: engineVersion,
  policy_revision: policy.revision,
  values,
  ...(hits.length > 0 && { hits }),
  raw_score: judgement.raw_score,
  degraded_causes: causes,
  digest: digest(decidedOf(judgement, order.warnings)),
  scored_at: now,
  ...(shadow && { shadow }),
})

/** `CODE:-12 OTHER:-5`: what lowered trust, for the overview. Codes and points, no sentence. */
const loweredBy = ({ reasons }: JudgedOrder['judgement']): string =>
  reasons
    .filter(({ points }) => points < 0)
    .map(({ code, points }) => `${code}:${points}`)
    .join(' ')

/** `rul_1:m rul_2:f`: rules that held or failed, live and in shadow. */
const ruledBy = ({ rules }: JudgedOrder['judgement']): string =>
  rules.map(({ id, outcome }) => `${id}:${outcome === 'matched' ? 'm' : 'f'}`).join(' ')

/** What counters, norms and the trace are folded from. */
export const toCount = (
  { row }: Pick<Recorded, 'row'>,
  order: RecordedOrder,
  { judgement, hits, shadow }: JudgedOrder,
  digest: string,
): Follower =>
  outboxEntry({
    kind: 'assessment.scored',
    at: row.received_at,
    subject: row.id,
    data: {
      attempt: row.attempt ?? 1,
      previous: order.previous,
      amount: order.facts.amount,
      currency: order.facts.currency,
      country: countryOf(order.facts),
      ...habitFields(order.facts),
      level: judgement.risk_level,
      decision: judgement.decision,
      score: judgement.trust_score,
      lowered: loweredBy(judgement),
      without_session: order.session.state !== 'found',
      test: order.test !== null,
      ...(order.imported === true && { imported: true }),
      digest,
      ...(judgement.rules.length > 0 && { rules: ruledBy(judgement) }),
      ...(hits.length > 0 && { [hitsField]: hits.map(({ item_id: id }) => id).join(' ') }),
      ...(order.network && { [networkFields.shared]: true, [networkFields.declined]: isOwnDecline(judgement) }),
      ...(shadow && { shadow_model: shadow.model, shadow_decision: shadow.decision }),
    },
  })

export const createCommit = ({ clock, processId }: AssessmentDeps) => {
  const scoredElsewhere = async ({ row, scope }: Recorded, cause: Conflict): Promise<string> => {
    const { answer } = (await scope.get(assessments, row.id)) ?? {}
    if (answer === undefined) throw new AppError('idempotency_in_progress', { retryAfterSeconds: 1, cause })
    return answer
  }

  /** The verdict on the order, with its trace and what is to be counted, in one batch. Answers what it stored. */
  return async (tenant: Tenant, recorded: Recorded, order: RecordedOrder, judged: JudgedOrder): Promise<string> => {
    const { row, scope } = recorded
    const { judgement, full } = judged
    const now = clock()
    const answer = JSON.stringify(answerOf(tenant, row, order, judged, now - row.received_at))
    const { risk_level: level, decision, trust_score: score } = judgement
    const verdict = verdictOf(order, judged, now)
    const set = { status: 'scored', level, decision, score, verdict: { ...verdict }, answer }
    const followers = [
      toCount(recorded, order, judged, verdict.digest),
      ...full.map((subject) => outboxEntry({ kind: 'profile.full', at: now, subject, data: {} })),
    ]
    const expect = { status: 'received', process: processId }
    try {
      await scope.write({ update: assessments, id: row.id, changes: { set }, expect }, followers)
    } catch (error) {
      if (error instanceof Conflict) return scoredElsewhere(recorded, error)
      throw error
    }
    return answer
  }
}
