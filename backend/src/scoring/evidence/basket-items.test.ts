import { tableOf } from '../testing/evidence-table.ts'
import { basketItems } from './basket-items.ts'

tableOf(basketItems, [
  ['a few', { order: { basket: { lines: 1, items: 3, categories: [] } } }, 3, 0],
  ['many', { order: { basket: { lines: 1, items: 60, categories: [] } } }, 60, -4, '60 items in the basket'],
  ['no basket', {}, null],
])
