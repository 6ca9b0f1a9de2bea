import { addAmount, mergeSketches, weightOf, type AmountSketch } from './amount-sketch.ts'
import type { OrderFacts, StoreNorms } from './context.ts'
import {
  categoriesOf,
  draftOfHabits,
  fadeHabits,
  foldHabitsInto,
  mergeHabits,
  noHabits,
  quantilesOf,
  sharesOf,
  viewHabits,
  type HabitualOrder,
  type Habits,
  type HabitsDraft,
} from './habits.ts'

/**
 * What is usual in one store, as plain JSON: folded order by order, mergeable, slowly forgetting. A weight stands for
 * one order at the time `at`; younger orders weigh more, older ones less (forward decay), so a fold touches one bucket.
 */
export interface Norms {
  readonly at: number
  /** All orders ever folded; does not fade. */
  readonly orders: number
  readonly weight: number
  readonly withoutSession: number
  readonly amounts: Readonly<Record<string, AmountSketch>>
  readonly countries: Readonly<Record<string, number>>
  /** Absent in norms that were stored before habits were kept. */
  readonly habits?: Habits
}

export interface FoldedOrder extends HabitualOrder {
  readonly country: string | null
  readonly withoutSession: boolean
}

/** What an order leaves in the norms. */
export const orderForNorms = (facts: OrderFacts, at: number, withoutSession: boolean): FoldedOrder => ({
  at,
  amount: facts.amount,
  currency: facts.currency,
  country: facts.shipping?.country ?? facts.billing?.country ?? null,
  withoutSession,
  items: facts.basket?.items ?? null,
  categories: categoriesOf(facts),
  method: facts.method,
})

/** Judgement: a season. Half of what a store remembers is from the last 60 days. */
const halfLifeMs = 60 * 86_400_000

/** Below these weights a store's own habit is not known well enough to call an order unusual. */
const enoughAmounts = 50
const enoughCountries = 200

/** Before a store has shown its own: one order in twenty without a session, worth 50 orders. */
const missingSessionPrior = { share: 0.05, weight: 50 }

export const emptyNorms = (at: number): Norms => ({
  at,
  orders: 0,
  weight: 0,
  withoutSession: 0,
  amounts: {},
  countries: {},
  habits: noHabits,
})

/** Norms that are nobody else's, to be folded into in place. */
export interface NormsDraft extends Norms {
  at: number
  orders: number
  weight: number
  withoutSession: number
  amounts: Record<string, Record<string, number>>
  countries: Record<string, number>
  habits: HabitsDraft
}

export const draftOf = ({ at, orders, weight, withoutSession, ...norms }: Norms): NormsDraft => ({
  ...{ at, orders, weight, withoutSession },
  amounts: mapValues(norms.amounts, (sketch) => ({ ...sketch })),
  countries: { ...norms.countries },
  habits: draftOfHabits(norms.habits ?? noHabits),
})

export function foldInto(draft: NormsDraft, order: FoldedOrder): void {
  if (order.at - draft.at > halfLifeMs) Object.assign(draft, draftOf(agedTo(draft, order.at)))
  const worth = 2 ** ((order.at - draft.at) / halfLifeMs)
  const { amount, currency, country } = order
  draft.orders += 1
  draft.weight += worth
  if (order.withoutSession) draft.withoutSession += worth
  addAmount((draft.amounts[currency] ??= {}), amount, worth)
  if (country !== null) draft.countries[country] = (draft.countries[country] ?? 0) + worth
  foldHabitsInto(draft.habits, order, worth)
}

export const foldOrder = (norms: Norms, order: FoldedOrder): Norms => foldOrders(norms, [order])

/** Copied once, however many orders are folded. */
export const foldOrders = (norms: Norms, orders: readonly FoldedOrder[]): Norms => {
  if (orders.length === 0) return norms
  const draft = draftOf(norms)
  for (const order of orders) foldInto(draft, order)
  return draft
}

export function mergeNorms(one: Norms, other: Norms): Norms {
  const at = Math.max(one.at, other.at)
  const [a, b] = [agedTo(one, at), agedTo(other, at)]
  return {
    at,
    orders: a.orders + b.orders,
    weight: a.weight + b.weight,
    withoutSession: a.withoutSession + b.withoutSession,
    amounts: mergeEach(a.amounts, b.amounts, mergeSketches),
    countries: mergeSketches(a.countries, b.countries),
    habits: mergeHabits(a.habits ?? noHabits, b.habits ?? noHabits),
  }
}

/**
 * What evidence may see of the norms: never the order itself, which is folded after its verdict. Fading changes no
 * quantile and no share, only how much is known, so nothing is aged here.
 */
export function viewNorms(norms: Norms, asked: { currency: string; now: number; edgeLimited: boolean }): StoreNorms {
  const faded = 2 ** ((norms.at - asked.now) / halfLifeMs)
  const { share, weight } = missingSessionPrior
  return {
    orders: norms.orders,
    amount: amountNorms(norms.amounts[asked.currency] ?? {}, faded),
    missingSessionShare: (norms.withoutSession * faded + share * weight) / (norms.weight * faded + weight),
    countries: weightOf(norms.countries) * faded < enoughCountries ? null : sharesOf(norms.countries),
    habits: viewHabits(norms.habits ?? noHabits, asked.currency, faded),
    edgeLimited: asked.edgeLimited,
  }
}

function amountNorms(sketch: AmountSketch, faded: number): StoreNorms['amount'] {
  if (weightOf(sketch) * faded < enoughAmounts) return null
  return quantilesOf(sketch)
}

/** The same norms seen from another time: everything weighs less by the same factor. Dust is dropped. */
function agedTo(norms: Norms, at: number): Norms {
  const factor = 2 ** ((norms.at - at) / halfLifeMs)
  if (factor === 1) return norms
  const fade = (weights: AmountSketch) =>
    Object.fromEntries(Object.entries(mapValues(weights, (weight) => weight * factor)).filter(([, w]) => w > 1e-6))
  return {
    at,
    orders: norms.orders,
    weight: norms.weight * factor,
    withoutSession: norms.withoutSession * factor,
    amounts: mapValues(norms.amounts, fade),
    countries: fade(norms.countries),
    habits: fadeHabits(norms.habits ?? noHabits, fade),
  }
}

const mapValues = <From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))

function mergeEach<T>(
  one: Readonly<Record<string, T>>,
  other: Readonly<Record<string, T>>,
  merge: (a: T, b: T) => T,
): Record<string, T> {
  const merged = { ...one }
  for (const [key, value] of Object.entries(other)) merged[key] = key in merged ? merge(merged[key] as T, value) : value
  return merged
}
