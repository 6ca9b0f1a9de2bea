import { tallyOf } from '../tally-of.ts'

/** Goods sent back or refunded; a habit of it costs, and is no fraud. */
export const emailReturnedOrders = tallyOf({
  kind: 'email',
  of: 'returned',
  name: 'returned_orders',
  title: 'Orders sent back before, same e-mail',
  family: 'returns',
  did: 'that came back',
  basis: 'judgement: likelihood ratios 1.1 and 1.2; sending back is a right',
  points: [
    [3, -1],
    [6, -3],
  ],
})
