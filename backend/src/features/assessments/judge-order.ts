import { judge, type Extras, type Judgement } from '../../scoring/judge.ts'
import type { ListHit } from '../../scoring/list-hit.ts'
import { measure, type EvidenceValues } from '../../scoring/measure.ts'
import type { Policy } from '../../scoring/policy.ts'
import { ruleFieldsOf } from '../../scoring/rules/rule-fields.ts'
import type { TestVerdict } from '../../scoring/test-verdict.ts'
import type { RecordedOrder } from './collections.ts'
import type { Gathered } from './gather.ts'

export interface JudgedOrder {
  readonly judgement: Judgement
  readonly values: EvidenceValues
  readonly policy: Policy
  readonly causes: readonly string[]
  readonly full: readonly string[]
  readonly hits: readonly ListHit[]
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

/** Pure: evidence in, verdict out. Evidences that failed count as missing and are named among the causes, as are rules. */
export const judgeOrder = (
  order: RecordedOrder,
  gathered: Gathered,
  policy: Policy,
  { drawn = false }: { readonly drawn?: boolean } = {},
): JudgedOrder => {
  const { values, failed } = measure(gathered.context)
  const { hits } = gathered
  const judgement = judge(values, policy, extrasOf(order, hits, drawn))
  const broken = judgement.rules.filter(({ outcome, state }) => outcome === 'failed' && state === 'live')
  const causes = [
    ...gathered.causes,
    ...failed.map((name) => `evidence_failed:${name}`),
    ...broken.map(({ id }) => `rule_failed:${id}`),
  ]
  return { judgement, values, policy, causes, full: gathered.full, hits }
}
