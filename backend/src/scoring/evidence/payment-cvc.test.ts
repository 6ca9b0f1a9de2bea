import { card } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { paymentCvc } from './payment-cvc.ts'

tableOf(paymentCvc, [
  ['right', { order: { card: { ...card, cvc: 'M' } } }, true, 2, 'The security code of the card is right'],
  ['wrong', { order: { card: { ...card, cvc: 'n' } } }, false, -16, 'The security code of the card is wrong'],
  ['not checked', { order: { card: { ...card, cvc: 'P' } } }, null],
  ['not sent', {}, null],
])
