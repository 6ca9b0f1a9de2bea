import { tableOf } from '../testing/evidence-table.ts'
import { said } from '../testing/network.ts'
import { networkDeviceFraud } from './network-device-fraud.ts'

tableOf(networkDeviceFraud, [
  ['too few may be told', { network: said('device', {}) }, 'none', 0],
  [
    'a few',
    { network: said('device', { fraud: '3 to 9' }) },
    '3 to 9',
    -3,
    '3 to 9 other stores had bad orders with this device in a year',
  ],
  ['more', { network: said('device', { fraud: '10 to 29' }) }, '10 to 29', -6],
  ['many', { network: said('device', { fraud: '30 or more' }) }, '30 or more', -9],
  ['another identifier', { network: said('account', { fraud: '3 to 9' }) }, null],
  ['a store that does not share', { network: null }, null],
])
