import type { StoreNorms } from '../../scoring/context.ts'
import { emptyNorms, foldOrder, viewNorms, type FoldedOrder, type Norms } from '../../scoring/norms.ts'

/** The worker is seconds behind and a view is cached; here a view serves until so much has changed. */
const staleMs = 3_600_000
const staleShare = 0.01

interface View {
  readonly at: number
  readonly orders: number
  readonly norms: StoreNorms
}

/** What is usual, from the orders before: an order is folded after its verdict, never before. */
export const createNormsMemory = () => {
  let norms: Norms | undefined
  let waiting: FoldedOrder[] = []
  const views = new Map<string, View>()

  const isFresh = ({ at, orders }: View, now: number): boolean => {
    const since = (norms?.orders ?? 0) + waiting.length - orders
    return since <= staleShare * orders && now - at < staleMs
  }

  return {
    view: (currency: string, now: number): StoreNorms => {
      const known = views.get(currency)
      if (known && isFresh(known, now)) return known.norms
      norms = waiting.reduce(foldOrder, norms ?? emptyNorms(now))
      waiting = []
      // A stream has no sessions, so that one is missing says nothing.
      const view = viewNorms(norms, { currency, now, edgeLimited: true })
      views.set(currency, { at: now, orders: norms.orders, norms: view })
      return view
    },
    fold: (order: FoldedOrder): void => {
      waiting.push(order)
    },
    all: (now: number): Norms => waiting.reduce(foldOrder, norms ?? emptyNorms(now)),
  }
}
export type NormsMemory = ReturnType<typeof createNormsMemory>
