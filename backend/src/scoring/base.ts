/** Orders whose outcome is known. */
export interface Outcomes {
  readonly bad: number
  readonly good: number
}

const usualRate = 0.01
/** Until a store has shown its own rate, 1% weighs as much as this many of its orders. */
const priorOrders = 5_000

const odds = (rate: number) => rate / (1 - rate)

/** A store's start: 70 is 1% bad, ten points double or halve the odds, held within 30 to 100. Scale: docs/evidence.md. */
export function baseOf({ bad, good }: Outcomes): number {
  const rate = (bad + usualRate * priorOrders) / (bad + good + priorOrders)
  return Math.min(100, Math.max(30, Math.round(70 - 10 * Math.log2(odds(rate) / odds(usualRate)))))
}
