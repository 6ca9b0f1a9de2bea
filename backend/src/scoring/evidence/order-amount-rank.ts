import { amountRank } from '../amount-rank.ts'
import { share } from '../evidence.ts'
import { percent } from '../wording.ts'

/** Where this amount stands among the store's own orders in this currency. High is relative: a piano is not a pencil. */
export const orderAmountRank = share({
  name: 'order.amount_rank',
  code: 'AMOUNT_HIGH',
  title: 'High amount for this store',
  family: 'amount',
  scope: 'store',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratios 1.2, 1.5 and 1.9 in the top tenth, the top 3 % and beyond the top 1 %',
  missing: 'fewer than 50 orders in this currency are known',
  points: [
    [0.9, -3],
    [0.97, -6],
    [0.99, -9],
  ],
  read: ({ order, norms }) => (norms.amount ? amountRank(order.amount, norms.amount) : null),
  say: (rank) => `The amount is higher than in ${percent(rank)} of orders here`,
})
