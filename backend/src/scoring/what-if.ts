import type { Decision } from '#contract/assessment.ts'
import { decideScored, noExtras, scoreOf, type Extras, type Scored } from './judge.ts'
import { held } from './levels.ts'
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

/** Whether two policies weigh evidence alike, so that it needs to be weighed once. */
export const weighAlike = (one: Policy, other: Policy): boolean =>
  one.off === other.off &&
  one.weights === other.weights &&
  one.cards.standard.tables === other.cards.standard.tables &&
  one.cards.cod.tables === other.cards.cod.tables

export const weighed = ({ values, fields }: PastOrder, policy: Policy): Scored => scoreOf(values, policy, fields, false)

/** What the shadow plan would decide is what counts here: that nothing acts is not a decision about an order. */
export function decidedUnder({ values, hits, fields }: PastOrder, policy: Policy, scored: Scored): Made {
  const { acted, sum, ruled } = decideScored(scored, policy, values, { ...noExtras, hits, fields })
  return { decision: acted.would_decide ?? acted.decision, score: held(sum), rules: ruled.outcomes }
}
