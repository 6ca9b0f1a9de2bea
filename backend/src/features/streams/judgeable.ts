import {
  liftAt,
  measuresOf,
  rankingCurve,
  tiesOf,
  type Measures,
  type Scored,
} from '../../scoring/learning/measures.ts'
import type { CardName } from './learner.ts'

/** An order whose outcome is known at the end of the stream, with what was said of it when it came. */
export interface Judgeable {
  readonly orderId: string
  readonly at: number
  readonly card: CardName
  readonly risk: number
  readonly trustScore: number
  readonly decision: string
  readonly topReason: string
  readonly amount: number
  readonly currency: string
  readonly rival: number | null
  readonly bad: boolean
}

export const rounded = (value: number | null, digits = 4): number | null =>
  value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits

export const scoredOf = (orders: readonly Judgeable[], riskOf: (order: Judgeable) => number): Scored => ({
  risk: Float64Array.from(orders, riskOf),
  bad: Uint8Array.from(orders, ({ bad }) => Number(bad)),
  weight: new Float64Array(orders.length).fill(1),
})

export const rankingOf = (scored: Scored) => {
  const { orders, bad, auc, recallAt1, recallAt5, liftAt20 }: Measures = measuresOf(scored)
  return {
    ...{ orders, bad },
    auc: rounded(auc),
    recall_at_1: rounded(recallAt1),
    recall_at_5: rounded(recallAt5),
    lift_at_20: rounded(liftAt20, 2),
    lift_at_5: rounded(liftAt(tiesOf(scored), 0.05), 2),
  }
}

export const curveOf = (scored: Scored) =>
  rankingCurve(tiesOf(scored)).map(({ x, y }) => ({ false_positives: rounded(x), recall: rounded(y) }))
