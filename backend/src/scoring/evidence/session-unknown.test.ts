import { tableOf } from '../testing/evidence-table.ts'
import { sessionUnknown } from './session-unknown.ts'

tableOf(sessionUnknown, [
  [
    'an id we never gave',
    { session: { state: 'unknown' } },
    true,
    -16,
    'The checkout session was not given out by this store',
  ],
  ['one we gave', { session: {} }, false, 0],
  ['one that expired', { session: { state: 'expired' } }, false, 0],
  ['while visits are refused for limits', { session: { state: 'unknown' }, norms: { edgeLimited: true } }, null],
  ['while sessions cannot be read', { session: { state: 'unknown' }, unavailable: ['session'] }, null],
  ['while norms cannot be read', { session: { state: 'unknown' }, unavailable: ['norms'] }, null],
  ['none sent', {}, null],
])
