import { mergeSketches, quantile, weightOf, withAmount, type AmountSketch } from './amount-sketch.ts'
import type { AmountQuantiles, OrderFacts, StoreHabits } from './context.ts'

type Weights = Readonly<Record<string, number>>

/** What a store usually sells, when, for how much: weights of orders, mergeable by addition. Part of its norms. */
export interface Habits {
  /** Per currency and amount: the prices that come again and again. */
  readonly prices: Readonly<Record<string, Weights>>
  /** Per keyed category. */
  readonly categories: Weights
  /** Per currency and keyed category. */
  readonly categoryAmounts: Readonly<Record<string, AmountSketch>>
  /** Per hour of the week in UTC. */
  readonly hours: Weights
  readonly items: AmountSketch
  readonly methods: Weights
}

export interface HabitualOrder {
  readonly at: number
  readonly amount: number
  readonly currency: string
  readonly items: number | null
  readonly categories: readonly string[]
  readonly method: string | null
}

export const noHabits: Habits = { prices: {}, categories: {}, categoryAmounts: {}, hours: {}, items: {}, methods: {} }

/** Twice as many are held before the rarest are dropped, so that what becomes frequent has time to show. */
const mostPrices = 150
const mostCategories = 40
/** Of one order: a basket of everything says nothing about any of it. */
const mostCategoriesOfOrder = 4

const enough = { prices: 100, categories: 100, categoryAmounts: 40, hours: 1_000, items: 100, methods: 100 }

const hoursOfWeek = 168
export const hourOf = (at: number): number => Math.floor(at / 3_600_000) % hoursOfWeek

export const categoriesOf = ({ basket }: Pick<OrderFacts, 'basket'>): readonly string[] =>
  (basket?.categoryKeys ?? []).slice(0, mostCategoriesOfOrder)

export const categoryCell = (currency: string, category: string): string => `${currency} ${category}`

export function foldHabits(habits: Habits, order: HabitualOrder, worth: number): Habits {
  const { amount, currency, items, categories, method } = order
  const hour = String(hourOf(order.at))
  const prices = held(added(habits.prices[currency] ?? {}, String(amount), worth), mostPrices)
  return {
    prices: { ...habits.prices, [currency]: prices },
    categories: categories.reduce((all, key) => held(added(all, key, worth), mostCategories), habits.categories),
    categoryAmounts: categories.reduce<Habits['categoryAmounts']>((all, key) => {
      const cell = categoryCell(currency, key)
      return heldSketches({ ...all, [cell]: withAmount(all[cell] ?? {}, amount, worth) })
    }, habits.categoryAmounts),
    hours: added(habits.hours, hour, worth),
    items: items === null ? habits.items : withAmount(habits.items, items, worth),
    methods: method === null ? habits.methods : added(habits.methods, method, worth),
  }
}

export const mergeHabits = (one: Habits, other: Habits): Habits => ({
  prices: mapped(mergedEach(one.prices, other.prices), (prices) => held(prices, mostPrices)),
  categories: held(mergeSketches(one.categories, other.categories), mostCategories),
  categoryAmounts: heldSketches(mergedEach(one.categoryAmounts, other.categoryAmounts)),
  hours: mergeSketches(one.hours, other.hours),
  items: mergeSketches(one.items, other.items),
  methods: mergeSketches(one.methods, other.methods),
})

/** Every weight times the same; what is next to nothing is dropped. */
export const fadeHabits = (habits: Habits, fade: (weights: Weights) => Weights): Habits => ({
  prices: mapped(habits.prices, fade),
  categories: fade(habits.categories),
  categoryAmounts: mapped(habits.categoryAmounts, fade),
  hours: fade(habits.hours),
  items: fade(habits.items),
  methods: fade(habits.methods),
})

/** As evidence reads it; what is known of too few orders is null. `faded` is what a weight is worth today. */
export function viewHabits(habits: Habits, currency: string, faded: number): StoreHabits {
  const known = (weights: Weights, least: number) => weightOf(weights) * faded >= least
  const shares = (weights: Weights, least: number) => (known(weights, least) ? sharesOf(weights) : null)
  const amounts: Record<string, AmountQuantiles> = {}
  for (const key of Object.keys(habits.categories)) {
    const sketch = habits.categoryAmounts[categoryCell(currency, key)] ?? {}
    const quantiles = known(sketch, enough.categoryAmounts) ? quantilesOf(sketch) : null
    if (quantiles) amounts[key] = quantiles
  }
  return {
    prices: shares(habits.prices[currency] ?? {}, enough.prices),
    categories: shares(habits.categories, enough.categories),
    categoryAmounts: amounts,
    hours: known(habits.hours, enough.hours) ? hourRatios(habits.hours) : null,
    items: known(habits.items, enough.items) ? quantilesOf(habits.items) : null,
    methods: shares(habits.methods, enough.methods),
  }
}

export function quantilesOf(sketch: AmountSketch): AmountQuantiles | null {
  const [p50, p90, p99] = [quantile(sketch, 0.5), quantile(sketch, 0.9), quantile(sketch, 0.99)]
  return p50 === null || p90 === null || p99 === null ? null : { p50, p90, p99 }
}

export function sharesOf(weights: Weights): Record<string, number> {
  const total = weightOf(weights)
  return Object.fromEntries(Object.entries(weights).map(([key, weight]) => [key, weight / total]))
}

/** Orders of each hour against the mean hour, its neighbours counted half: 1 is usual. */
function hourRatios(weights: Weights): readonly number[] {
  const mean = weightOf(weights) / hoursOfWeek
  const at = (hour: number) => weights[String((hour + hoursOfWeek) % hoursOfWeek)] ?? 0
  return Array.from({ length: hoursOfWeek }, (_, hour) => {
    const around = at(hour) / 2 + at(hour - 1) / 4 + at(hour + 1) / 4
    return around / mean
  })
}

const added = (weights: Weights, key: string, worth: number): Weights => ({
  ...weights,
  [key]: (weights[key] ?? 0) + worth,
})

function held(weights: Weights, most: number): Weights {
  const entries = Object.entries(weights)
  if (entries.length <= 2 * most) return weights
  return Object.fromEntries(heaviest(entries, ([, weight]) => weight, most))
}

function heldSketches(sketches: Readonly<Record<string, AmountSketch>>): Readonly<Record<string, AmountSketch>> {
  const entries = Object.entries(sketches)
  if (entries.length <= 2 * mostCategories) return sketches
  return Object.fromEntries(heaviest(entries, ([, sketch]) => weightOf(sketch), mostCategories))
}

const heaviest = <Entry extends readonly [string, unknown]>(
  entries: readonly Entry[],
  weigh: (entry: Entry) => number,
  most: number,
): readonly Entry[] =>
  [...entries].sort((one, other) => weigh(other) - weigh(one) || (one[0] < other[0] ? -1 : 1)).slice(0, most)

const mapped = (groups: Readonly<Record<string, Weights>>, map: (weights: Weights) => Weights) =>
  Object.fromEntries(Object.entries(groups).map(([key, weights]) => [key, map(weights)]))

const mergedEach = (one: Readonly<Record<string, Weights>>, other: Readonly<Record<string, Weights>>) => {
  const merged = { ...one }
  for (const [key, weights] of Object.entries(other)) merged[key] = mergeSketches(merged[key] ?? {}, weights)
  return merged
}
