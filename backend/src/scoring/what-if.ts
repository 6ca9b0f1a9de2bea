import type { Decision } from '#contract/assessment.ts'
import type { Judgement } from './judge.ts'
import { judge, noExtras, type Extras } from './judge.ts'
import type { EvidenceValues } from './measure.ts'
import type { Policy } from './policy.ts'
import type { RuleOutcome } from './rules/run-rules.ts'

/** A past order, with its evidence as it was when it was scored and what became of it. */
export interface PastOrder {
  readonly id: string
  readonly orderId: string
  readonly at: number
  readonly amount: number
  readonly currency: string
  readonly values: EvidenceValues
  readonly hits: Extras['hits']
  readonly fields: Extras['fields']
  readonly outcome: 'bad' | 'good' | 'unknown'
}

/** What a policy makes of a past order. */
export interface Made {
  readonly decision: Decision
  readonly score: number
  readonly rules: readonly RuleOutcome[]
}

/** What the shadow plan would decide is what counts here: that nothing acts is not a decision about an order. */
const made = ({ decision, would_decide: would, trust_score: score, rules }: Judgement): Made => ({
  decision: would ?? decision,
  score,
  rules,
})

export const decidedUnder = ({ values, hits, fields }: PastOrder, policy: Policy): Made =>
  made(judge(values, policy, { ...noExtras, hits, fields }))
