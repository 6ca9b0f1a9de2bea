import type { OrderFacts, StoreNorms } from '../../scoring/context.ts'
import {
  draftOf,
  emptyNorms,
  foldInto,
  orderForNorms,
  viewNorms,
  type Norms,
  type NormsDraft,
} from '../../scoring/norms.ts'

/** The worker is seconds behind and a view is cached; here a view serves until so much has changed. */
const staleMs = 6 * 3_600_000
const staleShare = 0.01

interface View {
  readonly at: number
  readonly orders: number
  readonly norms: StoreNorms
}

/** What is usual, from the orders before: an order is folded after its verdict, never before. */
export const createNormsMemory = () => {
  let norms: NormsDraft | undefined
  const views = new Map<string, View>()

  const isFresh = ({ at, orders }: View, now: number): boolean =>
    (norms?.orders ?? 0) - orders <= staleShare * orders && now - at < staleMs

  const all = (now: number): Norms => norms ?? emptyNorms(now)

  return {
    view: (currency: string, now: number): StoreNorms => {
      const known = views.get(currency)
      if (known && isFresh(known, now)) return known.norms
      // A stream has no sessions, so that one is missing says nothing.
      const view = viewNorms(all(now), { currency, now, edgeLimited: true })
      views.set(currency, { at: now, orders: norms?.orders ?? 0, norms: view })
      return view
    },
    fold: (facts: OrderFacts, at: number): void => {
      norms ??= draftOf(emptyNorms(at))
      foldInto(norms, orderForNorms(facts, at, true))
    },
    all,
  }
}
