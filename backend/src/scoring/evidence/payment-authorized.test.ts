import { tableOf } from '../testing/evidence-table.ts'
import { paymentAuthorized } from './payment-authorized.ts'

tableOf(paymentAuthorized, [
  ['authorised', { order: { authorized: true } }, true, 0],
  ['refused', { order: { authorized: false } }, false, -4, 'The bank did not authorise the payment'],
  ['not tried', {}, null],
])
