import { tableOf } from '../testing/evidence-table.ts'
import { sessionSecondsToOrder } from './session-seconds-to-order.ts'

tableOf(sessionSecondsToOrder, [
  [
    'within half a second',
    { session: { pageMs: 300, ageMs: 100 } },
    0,
    -16,
    'The order came less than 1 second after the page was opened',
  ],
  ['at once', { session: { pageMs: 600, ageMs: 300 } }, 1, -16, 'The order came 1 second after the page was opened'],
  [
    'in three seconds',
    { session: { pageMs: 2_000, ageMs: 1_000 } },
    3,
    -10,
    'The order came 3 seconds after the page was opened',
  ],
  ['in seven seconds', { session: { pageMs: 2_000, ageMs: 5_000 } }, 7, -5],
  ['in ten seconds', { session: { pageMs: 2_000, ageMs: 8_000 } }, 10, -2],
  ['in four minutes', { session: {} }, 242, 0],
  ['the page did not say', { session: { pageMs: null } }, null],
  ['no session', {}, null],
])
