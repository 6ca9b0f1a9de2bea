import type { AmountQuantiles } from './context.ts'

/** Straight lines between the three known quantiles, on a logarithmic scale; never all orders, never less than half. */
export function amountRank(amount: number, { p50, p90, p99 }: AmountQuantiles): number {
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
