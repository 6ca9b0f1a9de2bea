import { tableOf } from '../testing/evidence-table.ts'
import { sessionNotTaken } from './session-not-taken.ts'

tableOf(sessionNotTaken, [
  [
    'none, while visits are refused',
    { norms: { edgeLimited: true } },
    true,
    0,
    'No checkout session: visits were being refused for limits',
  ],
  ['found all the same', { session: {}, norms: { edgeLimited: true } }, null],
  ['none, as usual', {}, null],
])
