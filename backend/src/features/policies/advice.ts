import type { z } from 'zod'
import type { Advice, AdviceQuery } from '#contract/console.ts'
import { advise, type AdvicePart, type ScoredOutcome } from '../../scoring/advice.ts'
import { cardOf } from '../../scoring/card.ts'
import type { Policy } from '../../scoring/policy.ts'
import { decidedUnder, weighed, type PastOrder } from '../../scoring/what-if.ts'
import type { PastOrders, PastRange, Tenant } from './run-backtest.ts'

/** Newer orders say more of tomorrow's, and resampling more would hold up others for no better answer. */
const mostOrders = 20_000
const mostRead = 100_000
const yearMs = 365 * 86_400_000

const enoughBad = 20
const enoughGood = 100

type Query = z.infer<typeof AdviceQuery>

const favourite = (orders: readonly PastOrder[]): string => {
  const counts = new Map<string, number>()
  for (const { currency } of orders) counts.set(currency, (counts.get(currency) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 'EUR'
}

const told = ({ curve, ...part }: AdvicePart): Advice['decline'] => ({
  ...part,
  curve: curve.map((point) => ({ ...point })),
})

const knownOf = async (past: PastOrders, tenant: Tenant, range: PastRange, card: Query['card']) => {
  const known: PastOrder[] = []
  for await (const page of past.pages(tenant, range)) {
    for (const order of page) {
      if (order.outcome !== 'unknown' && cardOf(order.values) === card) known.push(order)
      if (known.length === mostOrders) return known
    }
  }
  return known
}

/** What each threshold would have cost on past orders whose outcome is known, under the policy in force. */
export const createAdvice =
  (past: PastOrders, now: () => number) =>
  async (tenant: Tenant, policy: Policy, query: Query): Promise<Advice> => {
    const range = { from: now() - yearMs, to: now() + 1, most: mostRead }
    const known = await knownOf(past, tenant, range, query.card)
    const currency = query.currency ?? favourite(known)
    const orders: ScoredOutcome[] = known
      .filter((order) => order.currency === currency)
      .map((order) => ({
        score: decidedUnder(order, policy, weighed(order, policy)).score,
        bad: order.outcome === 'bad',
        amount: order.amount,
      }))
    const bad = orders.filter((order) => order.bad).length
    const costs = {
      margin: query.margin,
      perBad: query.cost,
      perReview: query.review_cost,
      reviewFinds: query.review_finds,
    }
    const { decline, review } = advise(orders, costs, policy.cards[query.card].thresholds)
    return {
      card: query.card,
      currency,
      orders: orders.length,
      bad,
      good: orders.length - bad,
      enough: bad >= enoughBad && orders.length - bad >= enoughGood,
      decline: told(decline),
      review: told(review),
    }
  }
