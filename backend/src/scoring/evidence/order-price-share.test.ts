import { habits } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { orderPriceShare } from './order-price-share.ts'

const norms = { habits: { ...habits, prices: { '4900': 0.25 } } }

tableOf(orderPriceShare, [
  ['a frequent price', { norms, order: { amount: 4_900 } }, 0.25, 0, '25 % of orders here have this amount'],
  ['any other', { norms, order: { amount: 4_901 } }, 0, 0, 'Hardly any order here has this amount'],
  ['too few orders', {}, null],
])
