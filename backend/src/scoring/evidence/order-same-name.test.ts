import { tableOf } from '../testing/evidence-table.ts'
import { orderSameName } from './order-same-name.ts'

tableOf(orderSameName, [
  ['the same', { order: { sameName: true } }, true, 1, 'Billing and shipping names are the same'],
  ['another', { order: { sameName: false } }, false, -3, 'Billing and shipping names differ'],
  ['one is missing', {}, null],
])
