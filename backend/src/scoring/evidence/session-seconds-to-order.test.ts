import { tableOf } from '../testing/evidence-table.ts'
import { sessionSecondsToOrder } from './session-seconds-to-order.ts'

tableOf(sessionSecondsToOrder, [
  ['at once', { session: { pageMs: 600, ageMs: 300 } }, 1, -16, 'The order came 1 second after the page was opened'],
  [
    'in four seconds',
    { session: { pageMs: 2_000, ageMs: 2_000 } },
    4,
    -10,
    'The order came 4 seconds after the page was opened',
  ],
  ['in seven seconds', { session: { pageMs: 2_000, ageMs: 5_000 } }, 7, -5],
  ['in four minutes', { session: {} }, 242, 0],
  ['the page did not say', { session: { pageMs: null } }, null],
  ['no session', {}, null],
])
