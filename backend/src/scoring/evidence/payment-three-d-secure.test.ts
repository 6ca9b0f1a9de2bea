import { tableOf } from '../testing/evidence-table.ts'
import { paymentThreeDSecure } from './payment-three-d-secure.ts'

tableOf(paymentThreeDSecure, [
  [
    'authenticated',
    { order: { threeDSecure: 'authenticated' } },
    'authenticated',
    12,
    'The bank confirmed the cardholder (3-D Secure)',
  ],
  [
    'failed',
    { order: { threeDSecure: 'failed' } },
    'failed',
    -16,
    "The bank's check of the cardholder failed (3-D Secure)",
  ],
  ['unavailable', { order: { threeDSecure: 'unavailable' } }, 'unavailable', 0],
  ['a word of later', { order: { threeDSecure: 'delegated' } }, null],
  ['not sent', {}, null],
])
