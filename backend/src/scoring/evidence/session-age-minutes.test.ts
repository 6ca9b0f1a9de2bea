import { minutes, hours } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { sessionAgeMinutes } from './session-age-minutes.ts'

tableOf(sessionAgeMinutes, [
  ['a usual checkout', { session: { ageMs: 4 * minutes } }, 4, 0],
  [
    'two hours later',
    { session: { ageMs: 2 * hours } },
    120,
    -1,
    'The checkout page was opened 2 hours before the order',
  ],
  [
    'half a day later',
    { session: { ageMs: 13 * hours } },
    780,
    -5,
    'The checkout page was opened 13 hours before the order',
  ],
  [
    'a clock that ran back',
    { session: { ageMs: -5 } },
    0,
    0,
    'The checkout page was opened 0 minutes before the order',
  ],
  ['no session', {}, null],
])
