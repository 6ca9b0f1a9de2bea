import { tallyOf } from '../tally-of.ts'

/** Orders whose payment failed after all. */
export const emailUnpaidOrders = tallyOf({
  kind: 'email',
  of: 'unpaid',
  name: 'unpaid_orders',
  title: 'Payments that failed before, same e-mail',
  family: 'declines',
  did: 'that were never paid',
  basis: 'judgement: likelihood ratios 1.15, 1.4 and 1.7',
  points: [
    [1, -2],
    [2, -5],
    [4, -8],
  ],
})
