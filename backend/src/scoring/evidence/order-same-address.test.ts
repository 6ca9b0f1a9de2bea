import { tableOf } from '../testing/evidence-table.ts'
import { orderSameAddress } from './order-same-address.ts'

tableOf(orderSameAddress, [
  ['the same', { order: { sameAddress: true } }, true, 6, 'Billing and shipping addresses are the same'],
  ['another', { order: { sameAddress: false } }, false, -3, 'Billing and shipping addresses differ'],
  ['one is missing', {}, null],
])
