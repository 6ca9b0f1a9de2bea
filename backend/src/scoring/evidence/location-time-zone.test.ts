import { homeIp } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { locationTimeZone } from './location-time-zone.ts'

tableOf(locationTimeZone, [
  ['fits', { session: {} }, true, 3, 'Device time zone and country of the IP address agree'],
  [
    'differs',
    { session: { timeZoneCountries: ['US'] } },
    false,
    -10,
    'Device time zone and country of the IP address differ',
  ],
  ['one of several countries', { session: { timeZoneCountries: ['CH', 'DE', 'LI'] } }, true, 3],
  [
    "the store's own view of the address comes first",
    { order: { ip: { ...homeIp, country: 'FR' } }, session: {} },
    false,
    -10,
  ],
  ['a time zone of no country', { session: { timeZone: 'UTC', timeZoneCountries: [] } }, null],
  ['no country', { session: { ip: null } }, null],
  ['no session', { order: { ip: homeIp } }, null],
])
