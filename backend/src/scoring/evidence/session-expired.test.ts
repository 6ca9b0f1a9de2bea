import { tableOf } from '../testing/evidence-table.ts'
import { sessionExpired } from './session-expired.ts'

tableOf(sessionExpired, [
  [
    'expired',
    { session: { state: 'expired' } },
    true,
    -6,
    'The checkout page was opened over 24 hours before the order',
  ],
  ['found', { session: {} }, false, 0],
  ['none sent', {}, null],
  ['not ours', { session: { state: 'unknown' } }, null],
])
