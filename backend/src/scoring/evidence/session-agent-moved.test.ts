import { tableOf } from '../testing/evidence-table.ts'
import { sessionAgentMoved } from './session-agent-moved.ts'

tableOf(sessionAgentMoved, [
  [
    'another browser',
    { session: { sameAgent: false } },
    true,
    -13,
    'The order came from another browser than the checkout page',
  ],
  ['the same browser', { session: { sameAgent: true } }, false, 0],
  ['the store did not say', { session: {} }, null],
  ['no session', {}, null],
])
