import { count } from '../evidence.ts'
import { amountOf } from '../wording.ts'

/** Items in the basket. Households rarely need thirty of anything; firms do. */
export const basketItems = count({
  name: 'basket.items',
  code: 'BASKET_LARGE',
  title: 'Large basket',
  family: 'basket',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratios 1.1 and 1.3',
  missing: 'no basket was sent',
  points: [
    [20, -1],
    [50, -4],
  ],
  read: ({ order }) => order.basket?.items ?? null,
  say: (n) => `${amountOf(n, 'item')} in the basket`,
})
