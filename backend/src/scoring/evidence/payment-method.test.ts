import { tableOf } from '../testing/evidence-table.ts'
import { paymentMethod } from './payment-method.ts'

tableOf(paymentMethod, [
  ['card', { order: { method: 'card' } }, 'card', 0],
  ['cash on delivery', { order: { method: 'cod' } }, 'cod', -4, 'Payment by cash on delivery'],
  ['bank transfer', { order: { method: 'bank_transfer' } }, 'bank_transfer', 8, 'Payment by bank transfer'],
  ['gift card', { order: { method: 'gift_card' } }, 'gift_card', -5],
  ['not sent', {}, null],
])
