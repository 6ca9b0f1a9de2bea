import { homeIp, home } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { locationIpBilling } from './location-ip-billing.ts'

tableOf(locationIpBilling, [
  ['fits', { order: { ip: homeIp, billing: home } }, true, 3, 'The IP address is in the billing country'],
  [
    'differs',
    { order: { ip: { ...homeIp, country: 'US' }, billing: home } },
    false,
    -11,
    'The IP address is not in the billing country',
  ],
  ['from the session', { order: { billing: home }, session: {} }, true, 3],
  ['no country of the address', { order: { ip: { ...homeIp, country: null }, billing: home } }, null],
  ['no billing country', { order: { ip: homeIp } }, null],
])
