import type { OrderFacts, StoreNorms } from '../../scoring/context.ts'
import { emptyNorms, foldOrder, mergeNorms, orderForNorms, viewNorms, type Norms } from '../../scoring/norms.ts'

/** The worker is seconds behind and a view is cached; here a view serves until so much has changed. */
const staleMs = 3 * 3_600_000
const staleShare = 0.01
/** Folding into young norms is quick, and merging is folding: so many orders at a time. */
const batchOrders = 100

interface View {
  readonly at: number
  readonly orders: number
  readonly norms: StoreNorms
}

/** What is usual, from the orders before: an order is folded after its verdict, never before. */
export const createNormsMemory = () => {
  let norms: Norms | undefined
  let batch: Norms | undefined
  const views = new Map<string, View>()

  const merged = (now: number): Norms => {
    if (batch) norms = norms ? mergeNorms(norms, batch) : batch
    batch = undefined
    return norms ?? emptyNorms(now)
  }

  const isFresh = ({ at, orders }: View, now: number): boolean => {
    const since = (norms?.orders ?? 0) + (batch?.orders ?? 0) - orders
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
      batch = foldOrder(batch ?? emptyNorms(norms?.at ?? at), orderForNorms(facts, at, true))
      if (batch.orders >= batchOrders) merged(at)
    },
    all: merged,
  }
}
