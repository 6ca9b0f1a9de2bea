import { tableOf } from '../testing/evidence-table.ts'
import { sessionMissing } from './session-missing.ts'

tableOf(sessionMissing, [
  [
    'a store where it is rare',
    { norms: { missingSessionShare: 0.02 } },
    0.02,
    -16,
    'No checkout session; 2 % of orders here come without one',
  ],
  [
    'a store where it never happened',
    { norms: { missingSessionShare: 0 } },
    0,
    -16,
    'No checkout session; hardly any order here comes without one',
  ],
  ['a store where it happens', { norms: { missingSessionShare: 0.12 } }, 0.12, -7],
  ['a store where it is usual', { norms: { missingSessionShare: 0.4 } }, 0.4, 0],
  ['while visits are refused for limits', { norms: { edgeLimited: true } }, null],
  ['while sessions cannot be read', { unavailable: ['session'] }, null],
  ['while norms cannot be read', { unavailable: ['norms'] }, null],
  ['a session was found', { session: {} }, null],
  ['the shopper had not agreed', { session: { state: 'no_consent' } }, null],
])
