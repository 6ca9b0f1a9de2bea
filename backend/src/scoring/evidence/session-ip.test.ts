import { homeIp } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { sessionIp } from './session-ip.ts'

const unknownIp = { ...homeIp, country: null, asn: null }

tableOf(sessionIp, [
  ['the same address', { order: { ip: homeIp }, session: { sameIp: true } }, 'same', 0],
  ['another address of the same network', { order: { ip: homeIp }, session: { sameIp: false } }, 'same_network', 0],
  ['another network', { order: { ip: { ...homeIp, asn: 1 } }, session: { sameIp: false } }, 'same_country', -3],
  [
    'networks that nobody knows',
    { order: { ip: unknownIp }, session: { sameIp: false, ip: unknownIp } },
    'same_country',
    -3,
  ],
  [
    'another country',
    { order: { ip: { ...homeIp, country: 'US' } }, session: { sameIp: false } },
    'other_country',
    -12,
    'The country of the IP address changed during checkout',
  ],
  ['the store did not say', { session: {} }, null],
  ['no session', { order: { ip: homeIp } }, null],
])
