import type { OrderFacts, StoreNorms } from '../../scoring/context.ts'
import { emptyNorms, foldOrder, mergeNorms, orderForNorms, viewNorms, type Norms } from '../../scoring/norms.ts'

/** The worker is seconds behind and a view is cached; here a view serves until so much has changed. */
const staleMs = 6 * 3_600_000
const staleShare = 0.01
/** Folding copies what it folds into, and merging is folding: a few orders at first, then a batch, then all. */
const fewOrders = 8
const batchOrders = 128

interface View {
  readonly at: number
  readonly orders: number
  readonly norms: StoreNorms
}

/** What is usual, from the orders before: an order is folded after its verdict, never before. */
export const createNormsMemory = () => {
  let norms: Norms | undefined
  let batch: Norms | undefined
  let few: Norms | undefined
  const views = new Map<string, View>()

  const closeFew = (): void => {
    if (few) batch = batch ? mergeNorms(batch, few) : few
    few = undefined
  }

  const merged = (now: number): Norms => {
    closeFew()
    if (batch) norms = norms ? mergeNorms(norms, batch) : batch
    batch = undefined
    return norms ?? emptyNorms(now)
  }

  const isFresh = ({ at, orders }: View, now: number): boolean => {
    const since = (norms?.orders ?? 0) + (batch?.orders ?? 0) + (few?.orders ?? 0) - orders
    return since <= staleShare * orders && now - at < staleMs
  }

  return {
    view: (currency: string, now: number): StoreNorms => {
      const known = views.get(currency)
      if (known && isFresh(known, now)) return known.norms
      // A stream has no sessions, so that one is missing says nothing.
      const all = merged(now)
      const view = viewNorms(all, { currency, now, edgeLimited: true })
      views.set(currency, { at: now, orders: all.orders, norms: view })
      return view
    },
    fold: (facts: OrderFacts, at: number): void => {
      // Seen from the same time as the norms, so that merging ages nothing.
      few = foldOrder(few ?? emptyNorms(batch?.at ?? norms?.at ?? at), orderForNorms(facts, at, true))
      if (few.orders >= fewOrders) closeFew()
      if ((batch?.orders ?? 0) >= batchOrders) merged(at)
    },
    all: merged,
  }
}
