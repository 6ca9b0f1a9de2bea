import { tableOf } from '../testing/evidence-table.ts'
import { sessionNotTaken } from './session-not-taken.ts'

tableOf(sessionNotTaken, [
  [
    'none, while visits are refused',
    { norms: { edgeLimited: true } },
    true,
    0,
    'No checkout session: too many visits at that time',
  ],
  ['found all the same', { session: {}, norms: { edgeLimited: true } }, null],
  ['none, as usual', {}, null],
])
