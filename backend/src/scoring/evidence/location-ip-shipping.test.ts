import { homeIp, shipping } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { locationIpShipping } from './location-ip-shipping.ts'

tableOf(locationIpShipping, [
  ['fits', { order: { ip: homeIp, shipping } }, true, 2, 'The IP address is in the shipping country'],
  [
    'differs',
    { order: { ip: { ...homeIp, country: 'US' }, shipping } },
    false,
    -6,
    'The IP address is not in the shipping country',
  ],
  ['no shipping country', { order: { ip: homeIp } }, null],
  ['no address', { order: { shipping } }, null],
])
