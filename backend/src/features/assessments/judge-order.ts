import { judge, type Judgement } from '../../scoring/judge.ts'
import { measure, type EvidenceValues } from '../../scoring/measure.ts'
import type { Policy } from '../../scoring/policy.ts'
import type { TestVerdict } from '../../scoring/test-verdict.ts'
import type { RecordedOrder } from './collections.ts'
import type { Gathered } from './gather.ts'

export interface JudgedOrder {
  readonly judgement: Judgement
  readonly values: EvidenceValues
  readonly policy: Policy
  readonly causes: readonly string[]
  readonly full: readonly string[]
}

/** `timeout@` gets a verdict like any other; what is late is its answer. */
export const testVerdict = (test: RecordedOrder['test']): TestVerdict | null => (test === 'timeout' ? 'review' : test)

/** Pure: evidence in, verdict out. Evidences that failed count as missing and are named among the causes. */
export const judgeOrder = (order: RecordedOrder, gathered: Gathered, policy: Policy): JudgedOrder => {
  const { values, failed } = measure(gathered.context)
  const judgement = judge(values, policy, { test: testVerdict(order.test) })
  const causes = [...gathered.causes, ...failed.map((name) => `evidence_failed:${name}`)]
  return { judgement, values, policy, causes, full: gathered.full }
}
