import { tableOf } from '../testing/evidence-table.ts'
import { sessionShared } from './session-shared.ts'

tableOf(sessionShared, [
  [
    'used for another order',
    { session: { shared: true } },
    true,
    -13,
    'This checkout session was used for another order before',
  ],
  ['used once', { session: {} }, false, 0],
  ['no session', {}, null],
])
