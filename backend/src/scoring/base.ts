/** Orders whose outcome is known. */
export interface Outcomes {
  readonly bad: number
  readonly good: number
}

/** What 70 stands for, and how many orders that usual rate weighs until a store has shown its own: about 50 bad ones. */
const usual = {
  standard: { rate: 0.01, orders: 5_000 },
  cod: { rate: 0.1, orders: 500 },
} as const

const odds = (rate: number) => rate / (1 - rate)

/** A store's start on one of its cards: ten points double or halve the odds, held within 30 to 100. Scale: docs/evidence.md. */
export function baseOf({ bad, good }: Outcomes, card: keyof typeof usual = 'standard'): number {
  const { rate: usualRate, orders } = usual[card]
  const rate = (bad + usualRate * orders) / (bad + good + orders)
  return Math.min(100, Math.max(30, Math.round(70 - 10 * Math.log2(odds(rate) / odds(usualRate)))))
}
