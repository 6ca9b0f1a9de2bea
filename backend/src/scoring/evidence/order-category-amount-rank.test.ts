import { habits } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { orderCategoryAmountRank } from './order-category-amount-rank.ts'

const categoryAmounts = { shoes: { p50: 5_000, p90: 9_000, p99: 20_000 }, pianos: { p50: 5e5, p90: 9e5, p99: 2e6 } }
const norms = { habits: { ...habits, categoryAmounts } }
const basket = (...categoryKeys: string[]) => ({ lines: 1, items: 1, categories: [], categoryKeys })

tableOf(orderCategoryAmountRank, [
  ['usual', { norms, order: { amount: 5_000, basket: basket('shoes') } }, 0.5, 0],
  [
    'high for shoes',
    { norms, order: { amount: 20_000, basket: basket('shoes') } },
    0.99,
    -7,
    'The amount is higher than in 99 % of orders of this kind',
  ],
  ['shoes and a piano', { norms, order: { amount: 20_000, basket: basket('shoes', 'pianos') } }, 0.5, 0],
  ['a kind that is not known', { norms, order: { amount: 1, basket: basket('toys') } }, null],
  ['no basket', { norms }, null],
])
