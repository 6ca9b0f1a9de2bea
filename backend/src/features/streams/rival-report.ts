import { measuresOf } from '../../scoring/learning/measures.ts'
import { moneyAt, ranked } from './money-report.ts'
import { curveOf, rankingOf, scoredOf, type Judgeable } from './judgeable.ts'

/** Where the two tools are held against each other: both stop this share of the orders. */
const stoppedShare = 0.02
const mostListed = 50

const listed = ({ orderId, at, trustScore, topReason, rival, amount, currency, bad }: Judgeable) => ({
  order_id: orderId,
  at: new Date(at).toISOString(),
  trust_score: trustScore,
  top_reason: topReason,
  rival_score: rival,
  amount,
  currency,
  outcome: bad ? 'bad' : 'good',
})

const summed = (orders: readonly Judgeable[]) => ({
  orders: orders.length,
  bad: orders.filter(({ bad }) => bad).length,
  listed: orders.slice(0, mostListed).map(listed),
})

/**
 * Another tool's score on the same orders. Some tools say more where the order is riskier, others less: the direction that
 * ranks better is taken and named, which favours the rival where anybody.
 */
export const compareWithRival = (orders: readonly Judgeable[]) => {
  const both = orders.filter(({ rival }) => rival !== null)
  const rising = (order: Judgeable): number => order.rival ?? 0
  const isTrust = (measuresOf(scoredOf(both, rising)).auc ?? 0.5) < 0.5
  const riskOf = isTrust ? (order: Judgeable) => -rising(order) : rising
  const ours = (order: Judgeable): number => order.risk
  const stopped = Math.round(stoppedShare * both.length)
  const stoppedByUs = new Set(ranked(both, ours).slice(0, stopped))
  const stoppedByRival = new Set(ranked(both, riskOf).slice(0, stopped))
  return {
    orders: both.length,
    without_score: orders.length - both.length,
    direction: isTrust ? 'higher is safer' : 'higher is riskier',
    ranking: rankingOf(scoredOf(both, riskOf)),
    ranking_goodfaith: rankingOf(scoredOf(both, ours)),
    curve: curveOf(scoredOf(both, riskOf)),
    curve_goodfaith: curveOf(scoredOf(both, ours)),
    money: moneyAt(both, riskOf),
    money_goodfaith: moneyAt(both, ours),
    differing: {
      stopped_share: stoppedShare,
      stopped_by_both: [...stoppedByUs].filter((order) => stoppedByRival.has(order)).length,
      only_goodfaith: summed([...stoppedByUs].filter((order) => !stoppedByRival.has(order))),
      only_rival: summed([...stoppedByRival].filter((order) => !stoppedByUs.has(order))),
    },
  }
}
