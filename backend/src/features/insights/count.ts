import type { Decision, RiskLevel } from '#contract/assessment.ts'
import type { CounterDocument, ReasonCounter } from './collections.ts'

export const quarterMs = 15 * 60_000

/** What one attempt at an order adds to its quarter hour, or (sign -1) takes back once a later attempt stands for it. */
export interface Count {
  /** Tells this count from every other, so that it is made once. */
  readonly key: string
  readonly sign: 1 | -1
  readonly at: number
  readonly amount: number
  readonly currency: string
  readonly level: RiskLevel
  readonly decision: Decision
  /** Reasons that lowered trust. */
  readonly lowered: readonly { readonly code: string; readonly points: number }[]
}

const quarterOf = (at: number): number => Math.floor(at / quarterMs) * quarterMs

export const counterId = ({ at, currency }: Pick<Count, 'at' | 'currency'>): string => `${quarterOf(at)}:${currency}`

export const emptyCounter = (count: Count): CounterDocument => ({
  id: counterId(count),
  at: quarterOf(count.at),
  currency: count.currency,
  orders: 0,
  amount: 0,
  levels: {},
  decisions: {},
  reasons: {},
  last: [],
  revision: 0,
})

const plus = <Name extends string>(totals: Readonly<Partial<Record<Name, number>>>, name: Name, sign: 1 | -1) => ({
  ...totals,
  [name]: (totals[name] ?? 0) + sign,
})

const addReasons = (known: CounterDocument['reasons'], { lowered, sign }: Count) => {
  const reasons: Record<string, ReasonCounter> = { ...known }
  for (const { code, points } of lowered) {
    const { orders = 0, points: sum = 0 } = known[code] ?? {}
    reasons[code] = { orders: orders + sign, points: sum + sign * points }
  }
  return reasons
}

const add = (counter: CounterDocument, count: Count): CounterDocument => ({
  ...counter,
  orders: counter.orders + count.sign,
  amount: counter.amount + count.sign * count.amount,
  levels: plus(counter.levels, count.level, count.sign),
  decisions: plus(counter.decisions, count.decision, count.sign),
  reasons: addReasons(counter.reasons, count),
})

/** Pure. Counts that the last fold made already are left out, however often they come. */
export const countInto = (counter: CounterDocument, counts: readonly Count[]): CounterDocument => {
  const made = new Set(counter.last)
  const folded = counts.filter(({ key }) => !made.has(key)).reduce(add, counter)
  return { ...folded, last: counts.map(({ key }) => key), revision: counter.revision + 1 }
}
