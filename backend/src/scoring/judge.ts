import type { Assessment, Decision, Reason, Recommendation, RiskLevel } from '#contract/assessment.ts'
import { deviceAloneDeclines, deviceAloneLine } from './device-alone.ts'
import { decisionOf, held, levelOf } from './levels.ts'
import type { EvidenceValues } from './measure.ts'
import type { Policy } from './policy.ts'
import { linesOf, listed } from './reasons.ts'
import { recommend } from './recommend.ts'
import { testLines, type TestVerdict } from './test-verdict.ts'

/** What the order says about the verdict itself rather than about the shopper. */
export interface Extras {
  /** The verdict a magic test e-mail asks for; test mode only. */
  readonly test: TestVerdict | null
}

export interface Judgement {
  readonly base: number
  /** base + all points. */
  readonly sum: number
  /** `sum` held within 0 to 100. */
  readonly trust_score: number
  /** Neither held nor rounded: for ranking queues. */
  readonly raw_score: number
  readonly risk_level: RiskLevel
  readonly decision: Decision
  readonly decided_by: Assessment['decided_by']
  readonly recommendation: Recommendation
  readonly reasons: readonly Reason[]
}

/** Evidence in, verdict out. The points a merchant reads are the computation, not a story told about it. */
export function judge(values: EvidenceValues, policy: Policy, extras: Extras): Judgement {
  const { base } = policy
  const { lines, exact } = extras.test ? testLines(extras.test, base) : linesOf(values, policy)
  const sum = lines.reduce((total, { reason }) => total + reason.points, base)
  const scored = extras.test ?? decisionOf(held(sum), policy)
  const spared = !extras.test && scored === 'decline' && deviceAloneDeclines(lines, base, policy)
  const decision = spared ? 'review' : scored
  return {
    base,
    sum,
    trust_score: held(sum),
    raw_score: Math.round((base + exact) * 1e6) / 1e6,
    risk_level: levelOf(held(sum)),
    decision,
    decided_by: decidedBy(extras.test, spared),
    recommendation: recommend(decision, values),
    reasons: listed(spared ? [...lines, deviceAloneLine] : lines, sum),
  }
}

function decidedBy(test: TestVerdict | null, spared: boolean): Judgement['decided_by'] {
  if (test) return { type: 'test', id: null, name: `${test}@test.invalid` }
  return { type: 'score', id: null, name: spared ? 'The device alone never declines' : null }
}
