import { tableOf } from '../testing/evidence-table.ts'
import { deviceHiddenParts } from './device-hidden-parts.ts'

tableOf(deviceHiddenParts, [
  ['an open browser', { session: {} }, 0, 0],
  ['a careful one', { session: { missingComponents: 9 } }, 9, -2, 'The browser held back 9 details about the device'],
  ['a closed one', { session: { missingComponents: 20 } }, 20, -6],
  ['the strictly necessary list was asked for', { session: { reduced: true, missingComponents: 20 } }, null],
  ['no session', {}, null],
])
