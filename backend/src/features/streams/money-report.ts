import type { Judgeable } from './judgeable.ts'

const approvalRates = [0.995, 0.99, 0.98, 0.97, 0.95, 0.9] as const

/** Riskiest first; ties as they came, so that the same file gives the same answer. */
export const ranked = (orders: readonly Judgeable[], riskOf: (order: Judgeable) => number): readonly Judgeable[] =>
  orders
    .map((order, index) => ({ order, index, risk: riskOf(order) }))
    .sort((one, other) => other.risk - one.risk || one.index - other.index)
    .map(({ order }) => order)

const sums = (orders: readonly Judgeable[]): Record<string, number> => {
  const totals: Record<string, number> = {}
  for (const { currency, amount } of orders) totals[currency] = (totals[currency] ?? 0) + amount
  return totals
}

/**
 * What stopping the riskiest orders would have meant, at the same share of orders approved: in minor units and per
 * currency, since sums never mix them.
 */
export const moneyAt = (orders: readonly Judgeable[], riskOf: (order: Judgeable) => number) => {
  const worst = ranked(orders, riskOf)
  const bad = orders.filter((order) => order.bad)
  return approvalRates.map((approved) => {
    const stopped = worst.slice(0, Math.round((1 - approved) * orders.length))
    const caught = stopped.filter((order) => order.bad)
    const goodStopped = stopped.filter((order) => !order.bad)
    const passed = new Set(caught)
    return {
      approved,
      stopped: stopped.length,
      bad_stopped: caught.length,
      good_stopped: goodStopped.length,
      bad_amount_stopped: sums(caught),
      bad_amount_let_through: sums(bad.filter((order) => !passed.has(order))),
      good_amount_stopped: sums(goodStopped),
    }
  })
}
