import { days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ownKnownDays } from './own-known-days.ts'

const known = profileOf([eventAgo(100 * days)])

tableOf(ownKnownDays, [
  ['known', { customProfiles: { seller: known } }, 100, 2, 'First order with an identifier of yours was 3 months ago'],
  [
    'one of two is new',
    { customProfiles: { seller: known, coupon: profileOf([]) } },
    0,
    -1,
    'First order with an identifier of yours',
  ],
  ['none is declared', {}, null],
])
