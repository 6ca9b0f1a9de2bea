import { tableOf } from '../testing/evidence-table.ts'
import { sessionOriginMissing } from './session-origin-missing.ts'

tableOf(sessionOriginMissing, [
  [
    'posted from no page',
    { session: { originMissing: true } },
    true,
    -8,
    'The checkout session was not opened from a page of the store',
  ],
  ['posted from a page', { session: {} }, false, 0],
  ['no session', {}, null],
])
