import { judge, type Extras, type Judgement } from '../../scoring/judge.ts'
import type { ListHit } from '../../scoring/list-hit.ts'
import { measure, type EvidenceValues, type Measured } from '../../scoring/measure.ts'
import { cardOf } from '../../scoring/card.ts'
import { noChallengers, type Challenger, type Challengers } from '../../scoring/challenger.ts'
import { withModel } from '../../scoring/policy-in.ts'
import type { Policy } from '../../scoring/policy.ts'
import { ruleFieldsOf } from '../../scoring/rules/rule-fields.ts'
import type { TestVerdict } from '../../scoring/test-verdict.ts'
import type { RecordedOrder, ShadowScore } from './collections.ts'
import type { Gathered } from './gather.ts'

export interface JudgedOrder {
  readonly judgement: Judgement
  readonly values: EvidenceValues
  readonly policy: Policy
  readonly causes: readonly string[]
  readonly full: readonly string[]
  readonly hits: readonly ListHit[]
  readonly shadow: ShadowScore | null
}

/** `timeout@` gets a verdict like any other; what is late is its answer. */
export const testVerdict = (test: RecordedOrder['test']): TestVerdict | null => (test === 'timeout' ? 'review' : test)

/** What a verdict needs beside its evidence and policy; the same when it is made and when it is replayed. */
export const extrasOf = (
  { facts, session, test }: Pick<RecordedOrder, 'facts' | 'session' | 'test'>,
  hits: readonly ListHit[],
  control: boolean,
): Extras => ({
  test: testVerdict(test),
  hits,
  fields: ruleFieldsOf(facts, session.state === 'found' ? session : null),
  control,
})

/** What is known beside the evidence. */
export interface Beside {
  readonly hits?: readonly ListHit[]
  /** The draw of the control share fell on this order. */
  readonly drawn?: boolean
  readonly challengers?: Challengers
  /** Read before, to ask a model about it. */
  readonly measured?: Measured
  /** Why the expert scorecard stands in for the model. */
  readonly modelCause?: string | null
}

/** The challenger takes the place of the model alone: rules, lists and thresholds are those in force. */
const shadowOf = (
  challenger: Challenger | null,
  values: EvidenceValues,
  policy: Policy,
  extras: Extras,
): ShadowScore | null => {
  if (!challenger) return null
  const { model, base, tables } = challenger
  const judgement = judge(values, withModel(policy, 'live', cardOf(values), { model, base, tables }), extras)
  return { model, score: judgement.trust_score, decision: judgement.decision }
}

/** Pure: evidence in, verdict out. Evidences that failed count as missing and are named among the causes, as are rules. */
export const judgeOrder = (
  order: RecordedOrder,
  gathered: Gathered,
  policy: Policy,
  { drawn = false, challengers = noChallengers, measured, modelCause = null }: Beside = {},
): JudgedOrder => {
  const { values, failed } = measured ?? measure(gathered.context)
  const { hits } = gathered
  const extras = extrasOf(order, hits, drawn)
  const judgement = judge(values, policy, extras)
  const broken = judgement.rules.filter(({ outcome, state }) => outcome === 'failed' && state === 'live')
  const causes = [
    ...gathered.causes,
    ...(modelCause === null ? [] : [modelCause]),
    ...failed.map((name) => `evidence_failed:${name}`),
    ...broken.map(({ id }) => `rule_failed:${id}`),
  ]
  const shadow = shadowOf(challengers[judgement.card], values, policy, extras)
  return { judgement, values, policy, causes, full: gathered.full, hits, shadow }
}
