import { tableOf } from '../testing/evidence-table.ts'
import { basketRisk } from './basket-risk.ts'

const basketOf = (...categories: string[]) => ({ lines: 1, items: 1, categories })

tableOf(basketRisk, [
  [
    'gift cards',
    { order: { basket: basketOf('Books', 'Gift Cards') } },
    'gift_card',
    -9,
    'The basket holds gift cards or credit',
  ],
  ['gift cards before goods', { order: { basket: basketOf('Laptops', 'Gutscheine') } }, 'gift_card', -9],
  [
    'goods that are sold on',
    { order: { basket: basketOf('Consumer Electronics') } },
    'resale',
    -4,
    'The basket holds goods that are easily sold on',
  ],
  ['books', { order: { basket: basketOf('Books') } }, 'ordinary', 0],
  ['no categories', { order: { basket: basketOf() } }, null],
  ['no basket', {}, null],
])
