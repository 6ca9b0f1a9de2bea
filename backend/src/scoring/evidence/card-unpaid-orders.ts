import { tallyOf } from '../tally-of.ts'

/** Orders whose payment failed after all. */
export const cardUnpaidOrders = tallyOf({
  kind: 'card',
  of: 'unpaid',
  name: 'unpaid_orders',
  title: 'Payments that failed before, same card',
  family: 'declines',
  did: 'that were never paid',
  basis: 'judgement: likelihood ratios 1.2, 1.5 and 1.9',
  points: [
    [1, -3],
    [2, -6],
    [4, -9],
  ],
})
