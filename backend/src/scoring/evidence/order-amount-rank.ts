import type { StoreNorms } from '../context.ts'
import { share } from '../evidence.ts'
import { percent } from '../wording.ts'

/** Where this amount stands among the store's own orders in this currency. High is relative: a piano is not a pencil. */
export const orderAmountRank = share({
  name: 'order.amount_rank',
  code: 'AMOUNT_HIGH',
  title: 'High amount for this store',
  family: 'amount',
  scope: 'store',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratios 1.2, 1.5 and 1.9 in the top tenth, the top 3 % and beyond the top 1 %',
  missing: 'fewer than 50 orders in this currency are known',
  points: [
    [0.9, -3],
    [0.97, -6],
    [0.99, -9],
  ],
  read: ({ order, norms }) => (norms.amount ? rankOf(order.amount, norms.amount) : null),
  say: (rank) => `The amount is higher than in ${percent(rank)} of orders here`,
})

/** Straight lines between the three known quantiles, on a logarithmic scale; never all orders, never less than half. */
function rankOf(amount: number, { p50, p90, p99 }: NonNullable<StoreNorms['amount']>): number {
  if (amount <= p50) return 0.5
  if (amount <= p90) return between(amount, [p50, 0.5], [p90, 0.9])
  if (amount <= p99) return between(amount, [p90, 0.9], [p99, 0.99])
  return Math.min(0.999, between(amount, [p99, 0.99], [2 * p99, 0.999]))
}

type Point = readonly [amount: number, rank: number]

function between(amount: number, [low, from]: Point, [high, to]: Point): number {
  const way = Math.log(amount / Math.max(1, low)) / Math.log(high / Math.max(1, low))
  return Number.isFinite(way) ? from + Math.min(1, Math.max(0, way)) * (to - from) : to
}
