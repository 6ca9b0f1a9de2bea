import { ratio } from '../evidence.ts'
import { times } from '../wording.ts'

/** The amount in usual orders of the store: finer than its rank, for the learned table. */
export const orderAmountRatio = ratio({
  name: 'order.amount_ratio',
  code: 'AMOUNT_TIMES_USUAL',
  title: 'Several times the usual amount',
  family: 'amount',
  scope: 'store',
  direction: 'none',
  basis: 'judgement: likelihood ratios 1.15 and 1.3; both very small and very large orders draw testers and thieves',
  missing: 'fewer than 50 orders in this currency are known',
  points: [
    [5, -2],
    [10, -4],
  ],
  read: ({ order, norms }) => (norms.amount ? order.amount / Math.max(1, norms.amount.p50) : null),
  say: (n) => `${times(n)} the amount of a usual order here`,
})
