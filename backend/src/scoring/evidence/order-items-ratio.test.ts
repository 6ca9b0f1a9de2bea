import { habits } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { orderItemsRatio } from './order-items-ratio.ts'

const norms = { habits: { ...habits, items: { p50: 2, p90: 5, p99: 9 } } }
const basket = (items: number) => ({ basket: { lines: 1, items, categories: [] } })

tableOf(orderItemsRatio, [
  ['as usual', { norms, order: basket(2) }, 1, 0, '1 time the items of a usual basket here'],
  ['four times as many', { norms, order: basket(8) }, 4, -2, '4 times the items of a usual basket here'],
  ['a shelf', { norms, order: basket(40) }, 20, -5],
  ['no basket', { norms }, null],
  ['too few orders', { order: basket(2) }, null],
])
