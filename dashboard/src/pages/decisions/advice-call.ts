import type { CardName } from '#contract/console.ts'
import { minorDigits } from '../../format/money.ts'

/** As they are typed: percent, and money in whole units of the currency. */
export interface Costs {
  readonly margin: string
  readonly cost: string
  readonly reviewCost: string
  readonly reviewFinds: string
}
export const usual: Costs = { margin: '30', cost: '20', reviewCost: '3', reviewFinds: '80' }

const number = (text: string, factor: number, most: number): number | null => {
  const value = Number(text.trim().replace(',', '.')) * factor
  return text.trim() === '' || Number.isNaN(value) || value < 0 || value > most ? null : value
}

/** The call's own words, with costs in minor units of this currency; null while a field cannot be read. */
export const adviceCall = (card: CardName, costs: Costs, currency: string): string | null => {
  const minor = 10 ** minorDigits(currency)
  const margin = number(costs.margin, 0.01, 1)
  const cost = number(costs.cost, minor, 1_000_000)
  const review = number(costs.reviewCost, minor, 1_000_000)
  const finds = number(costs.reviewFinds, 0.01, 1)
  if (margin === null || cost === null || review === null || finds === null) return null
  return `policy/advice?${new URLSearchParams({
    card,
    margin: String(margin),
    cost: String(Math.round(cost)),
    review_cost: String(Math.round(review)),
    review_finds: String(finds),
  }).toString()}`
}
