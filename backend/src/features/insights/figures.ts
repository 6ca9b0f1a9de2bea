import { riskLevels } from '#contract/assessment.ts'
import type { Figure, OverviewHour } from '#contract/console.ts'
import type { CounterDocument, ReasonCounter } from './collections.ts'
import type { Day } from './day.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** A take-back that came before what it takes back leaves a moment below zero; nobody needs to see it. */
const held = (number: number): number => Math.max(0, number)

const valueOf = (counters: readonly CounterDocument[]): Figure['value'] => {
  const totals = new Map<string, number>()
  for (const { currency, amount } of counters) totals.set(currency, (totals.get(currency) ?? 0) + amount)
  return [...totals]
    .map(([currency, amount]) => ({ currency, amount: held(amount) }))
    .filter(({ amount }) => amount > 0)
    .sort((one, other) => other.amount - one.amount)
}

export const figureOf = (counters: readonly CounterDocument[]): Figure => {
  const decided = (decision: keyof CounterDocument['decisions']) =>
    held(sum(counters.map(({ decisions }) => decisions[decision] ?? 0)))
  return {
    orders: held(sum(counters.map(({ orders }) => orders))),
    value: valueOf(counters),
    approved: decided('approve'),
    review: decided('review'),
    declined: decided('decline'),
  }
}

export const hoursOf = (
  counters: readonly CounterDocument[],
  { hours, end }: Pick<Day, 'hours' | 'end'>,
): OverviewHour[] =>
  hours.map((at, index) => {
    const next = hours[index + 1] ?? end
    const within = counters.filter((counter) => counter.at >= at && counter.at < next)
    const [low = 0, medium = 0, high = 0, critical = 0] = riskLevels.map((level) =>
      held(sum(within.map(({ levels }) => levels[level] ?? 0))),
    )
    return { at: new Date(at).toISOString(), low, medium, high, critical }
  })

/** Reasons that lowered trust, by how many orders. */
export const topReasons = (
  counters: readonly CounterDocument[],
  most: number,
): readonly (readonly [string, ReasonCounter])[] => {
  const totals = new Map<string, ReasonCounter>()
  for (const { reasons } of counters) {
    for (const [code, { orders, points }] of Object.entries(reasons)) {
      const known = totals.get(code)
      totals.set(code, { orders: orders + (known?.orders ?? 0), points: points + (known?.points ?? 0) })
    }
  }
  return [...totals]
    .filter(([, { orders }]) => orders > 0)
    .sort(([, one], [, other]) => other.orders - one.orders || one.points - other.points)
    .slice(0, most)
}
