import { ratio } from '../evidence.ts'
import { times } from '../wording.ts'

/** Things in the basket against a usual basket of the store. */
export const orderItemsRatio = ratio({
  name: 'order.items_ratio',
  code: 'BASKET_TIMES_USUAL',
  title: 'Larger basket than is usual here',
  family: 'basket',
  scope: 'store',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratios 1.15 and 1.4; resellers and thieves buy in rows',
  missing: 'no basket was sent, or fewer than 100 orders with one are known',
  points: [
    [4, -2],
    [8, -5],
  ],
  read: ({ order, norms }) => {
    const usual = norms.habits?.items
    return usual && order.basket ? order.basket.items / Math.max(1, usual.p50) : null
  },
  say: (n) => `${times(n)} the items of a usual basket here`,
})
