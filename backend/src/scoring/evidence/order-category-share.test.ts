import { habits } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { orderCategoryShare } from './order-category-share.ts'

const norms = { habits: { ...habits, categories: { shoes: 0.75, toys: 0.25 } } }
const basket = (...categoryKeys: string[]) => ({ basket: { lines: 1, items: 1, categories: [], categoryKeys } })

tableOf(orderCategoryShare, [
  ['a usual kind', { norms, order: basket('toys', 'shoes') }, 0.75, 0, '75 % of orders here hold this kind'],
  ['a new kind', { norms, order: basket('pianos') }, 0, 0, 'Hardly any order here holds goods of this kind'],
  ['no category', { norms, order: basket() }, null],
  ['too few orders', { order: basket('toys') }, null],
])
