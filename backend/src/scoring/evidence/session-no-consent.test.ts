import { tableOf } from '../testing/evidence-table.ts'
import { sessionNoConsent } from './session-no-consent.ts'

tableOf(sessionNoConsent, [
  ['declined', { session: { state: 'no_consent' } }, true, 0, 'The shopper had not agreed to device checks'],
  ['none sent', {}, null],
  ['found', { session: {} }, null],
])
