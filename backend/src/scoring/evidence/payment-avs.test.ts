import { card } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { paymentAvs } from './payment-avs.ts'

tableOf(paymentAvs, [
  ['full', { order: { card: { ...card, avs: 'Y' } } }, 'full', 5, 'The card issuer confirmed the billing address'],
  [
    'postal code only',
    { order: { card: { ...card, avs: 'z' } } },
    'partial',
    -1,
    'The card issuer confirmed part of the billing address',
  ],
  [
    'neither',
    { order: { card: { ...card, avs: 'N' } } },
    'none',
    -14,
    'The billing address is not the one the card issuer knows',
  ],
  ['not checked', { order: { card: { ...card, avs: 'U' } } }, null],
  ['a word that no scheme uses', { order: { card: { ...card, avs: '__' } } }, null],
  ['not sent', {}, null],
])
