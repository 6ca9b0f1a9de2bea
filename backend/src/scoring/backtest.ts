import type { BacktestCounted, BacktestResult, BacktestSample } from '#contract/console.ts'
import type { Policy } from './policy.ts'
import { decidedUnder, weighAlike, weighed, type Made, type PastOrder } from './what-if.ts'

const mostSamples = 20

type Tally = { orders: number; amount: Record<string, number> }
type Difference = 'caught' | 'missed' | 'good_stopped' | 'good_freed'
type Side = 'fraud_stopped' | 'good_stopped' | 'stopped' | 'declined'

const tally = (): Tally => ({ orders: 0, amount: {} })
const add = (into: Tally, { amount, currency }: PastOrder): void => {
  into.orders += 1
  into.amount[currency] = (into.amount[currency] ?? 0) + amount
}

const side = (): Record<Side, Tally> => ({
  fraud_stopped: tally(),
  good_stopped: tally(),
  stopped: tally(),
  declined: tally(),
})

const isStopped = ({ decision }: Made): boolean => decision !== 'approve'

const countSide = (into: Record<Side, Tally>, order: PastOrder, made: Made): void => {
  if (!isStopped(made)) return
  add(into.stopped, order)
  if (made.decision === 'decline') add(into.declined, order)
  if (order.outcome === 'bad') add(into.fraud_stopped, order)
  if (order.outcome === 'good') add(into.good_stopped, order)
}

/** What a change of who is stopped means for an order whose outcome is known. */
const differenceOf = ({ outcome }: PastOrder, before: Made, after: Made): Difference | null => {
  if (outcome === 'unknown' || isStopped(before) === isStopped(after)) return null
  if (outcome === 'bad') return isStopped(after) ? 'caught' : 'missed'
  return isStopped(after) ? 'good_stopped' : 'good_freed'
}

const sampleOf = (order: PastOrder, before: Made, after: Made): BacktestSample => ({
  id: order.id,
  order_id: order.orderId,
  created_at: new Date(order.at).toISOString(),
  amount: order.amount,
  currency: order.currency,
  outcome: order.outcome,
  before: before.decision,
  after: after.decision,
  score_before: before.score,
  score_after: after.score,
})

export interface Backtest {
  readonly take: (order: PastOrder) => void
  readonly result: () => Omit<BacktestResult, 'took_ms'>
}

/**
 * Counts what past orders would have become under another policy, one order after the other. Both sides are judged with the
 * engine of today on stored evidence, so that only the policies differ. `ruleId`: also tell when this rule holds.
 */
export function createBacktest(before: Policy, after: Policy, ruleId: string | null): Backtest {
  const alike = weighAlike(before, after)
  const outcomes = { bad: 0, good: 0, unknown: 0 }
  const matched = tally()
  const changed: Record<string, number> = {}
  const sides = { before: side(), after: side() }
  const difference = { caught: tally(), missed: tally(), good_stopped: tally(), good_freed: tally() }
  const samples: BacktestSample[] = []
  let [orders, failed, first, last] = [0, 0, Infinity, -Infinity]

  /** Whether the rule held. */
  const countRule = (order: PastOrder, { rules }: Made): boolean => {
    const outcome = rules.find(({ id }) => id === ruleId)?.outcome
    if (outcome === 'failed') failed += 1
    if (outcome !== 'matched') return false
    add(matched, order)
    return true
  }

  return {
    take: (order) => {
      orders += 1
      first = Math.min(first, order.at)
      last = Math.max(last, order.at)
      outcomes[order.outcome] += 1
      const scored = weighed(order, before)
      const was = decidedUnder(order, before, scored)
      const is = decidedUnder(order, after, alike ? scored : weighed(order, after))
      countSide(sides.before, order, was)
      countSide(sides.after, order, is)
      const meant = differenceOf(order, was, is)
      if (meant) add(difference[meant], order)
      const isOther = was.decision !== is.decision
      if (isOther) {
        const name = `${was.decision}>${is.decision}`
        changed[name] = (changed[name] ?? 0) + 1
      }
      const isMatched = countRule(order, is)
      if ((isOther || isMatched) && samples.length < mostSamples) samples.push(sampleOf(order, was, is))
    },
    result: () => ({
      from: orders === 0 ? null : new Date(first).toISOString(),
      to: orders === 0 ? null : new Date(last).toISOString(),
      orders,
      outcomes: { ...outcomes },
      matched: ruleId === null ? null : (matched satisfies BacktestCounted),
      failed,
      changed: { ...changed },
      before: sides.before,
      after: sides.after,
      difference,
      samples,
    }),
  }
}
