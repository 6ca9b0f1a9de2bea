import { tableOf } from '../testing/evidence-table.ts'
import { said } from '../testing/network.ts'
import { networkIpFraud } from './network-ip-fraud.ts'

tableOf(networkIpFraud, [
  ['too few may be told', { network: said('ip', {}) }, 'none', 0],
  [
    'a few',
    { network: said('ip', { fraud: '3 to 9' }) },
    '3 to 9',
    -3,
    '3 to 9 other stores had bad orders with this IP address in a year',
  ],
  ['more', { network: said('ip', { fraud: '10 to 29' }) }, '10 to 29', -5],
  ['many', { network: said('ip', { fraud: '30 or more' }) }, '30 or more', -7],
  ['another identifier', { network: said('account', { fraud: '3 to 9' }) }, null],
  ['a store that does not share', { network: null }, null],
])
