import { amountRank } from '../amount-rank.ts'
import { share } from '../evidence.ts'
import { categoriesOf } from '../habits.ts'
import { percent } from '../wording.ts'

/** The amount among orders of the same kind of goods: of several kinds in one basket, where it stands out least. */
export const orderCategoryAmountRank = share({
  name: 'order.category_amount_rank',
  code: 'AMOUNT_HIGH_IN_CATEGORY',
  title: 'High amount for what was ordered',
  family: 'amount',
  scope: 'store',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratios 1.2 and 1.6 in the top 3 % and beyond the top 1 %',
  missing: 'no category was sent, or fewer than 40 orders of it in this currency are known',
  points: [
    [0.97, -3],
    [0.99, -7],
  ],
  read: ({ order, norms }) => {
    const ranks = categoriesOf(order).flatMap((key) => {
      const usual = norms.habits?.categoryAmounts[key]
      return usual ? [amountRank(order.amount, usual)] : []
    })
    return ranks.length === 0 ? null : Math.min(...ranks)
  },
  say: (rank) => `The amount is higher than in ${percent(rank)} of orders of this kind`,
})
