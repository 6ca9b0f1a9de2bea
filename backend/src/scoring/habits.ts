import { addAmount, mergeSketches, quantiles, weightOf, type AmountSketch } from './amount-sketch.ts'
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

type Counts = Record<string, number>

/** Habits that are nobody else's, to be folded into in place. */
export interface HabitsDraft extends Habits {
  readonly prices: Record<string, Counts>
  categories: Counts
  categoryAmounts: Record<string, Counts>
  readonly hours: Counts
  readonly items: Counts
  readonly methods: Counts
}

const copyEach = (groups: Readonly<Record<string, Weights>>): Record<string, Counts> =>
  Object.fromEntries(Object.entries(groups).map(([key, weights]) => [key, { ...weights }]))

export const draftOfHabits = (habits: Habits): HabitsDraft => ({
  prices: copyEach(habits.prices),
  categories: { ...habits.categories },
  categoryAmounts: copyEach(habits.categoryAmounts),
  hours: { ...habits.hours },
  items: { ...habits.items },
  methods: { ...habits.methods },
})

export function foldHabitsInto(draft: HabitsDraft, order: HabitualOrder, worth: number): void {
  const { amount, currency, items, categories, method } = order
  draft.prices[currency] = counted(draft.prices[currency] ?? {}, String(amount), worth, mostPrices)
  for (const key of categories) {
    draft.categories = counted(draft.categories, key, worth, mostCategories)
    const cell = categoryCell(currency, key)
    const known = draft.categoryAmounts[cell]
    addAmount((draft.categoryAmounts[cell] = known ?? {}), amount, worth)
    if (!known) draft.categoryAmounts = heldSketches(draft.categoryAmounts)
  }
  count(draft.hours, String(hourOf(order.at)), worth)
  if (items !== null) addAmount(draft.items, items, worth)
  if (method !== null) count(draft.methods, method, worth)
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
  const [p50 = null, p90 = null, p99 = null] = quantiles(sketch, [0.5, 0.9, 0.99])
  return p50 === null || p90 === null || p99 === null ? null : { p50, p90, p99 }
}

export function sharesOf(weights: Weights): Record<string, number> {
  const total = weightOf(weights)
  const shares: Record<string, number> = {}
  for (const key in weights) shares[key] = (weights[key] ?? 0) / total
  return shares
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

function count(weights: Counts, key: string, worth: number): void {
  weights[key] = (weights[key] ?? 0) + worth
}

/** How many keys a draft has: counting hundreds of them with every new price would cost more than the rest of a fold. */
const keysOf = new WeakMap<Counts, number>()

/** In place, unless there are too many now. */
function counted(weights: Counts, key: string, worth: number, most: number): Counts {
  const isNew = weights[key] === undefined
  const before = isNew ? (keysOf.get(weights) ?? Object.keys(weights).length) : 0
  count(weights, key, worth)
  if (!isNew) return weights
  keysOf.set(weights, before + 1)
  return before < 2 * most ? weights : held(weights, most)
}

function held<Held extends Weights>(weights: Held, most: number): Held | Counts {
  const entries = Object.entries(weights)
  if (entries.length <= 2 * most) return weights
  return Object.fromEntries(heaviest(entries, ([, weight]) => weight, most))
}

function heldSketches<Sketch extends AmountSketch>(sketches: Record<string, Sketch>): Record<string, Sketch> {
  const entries = Object.entries(sketches)
  if (entries.length <= 2 * mostCategories) return sketches
  return Object.fromEntries(heaviest(entries, ([, sketch]) => weightOf(sketch), mostCategories))
}

const heaviest = <Value>(
  entries: readonly [string, Value][],
  weigh: (entry: [string, Value]) => number,
  most: number,
): readonly [string, Value][] =>
  [...entries].sort((one, other) => weigh(other) - weigh(one) || (one[0] < other[0] ? -1 : 1)).slice(0, most)

const mapped = (groups: Readonly<Record<string, Weights>>, map: (weights: Weights) => Weights) =>
  Object.fromEntries(Object.entries(groups).map(([key, weights]) => [key, map(weights)]))

const mergedEach = (one: Readonly<Record<string, Weights>>, other: Readonly<Record<string, Weights>>) => {
  const merged = { ...one }
  for (const [key, weights] of Object.entries(other)) merged[key] = mergeSketches(merged[key] ?? {}, weights)
  return merged
}
