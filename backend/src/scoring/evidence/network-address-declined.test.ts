import { tableOf } from '../testing/evidence-table.ts'
import { said } from '../testing/network.ts'
import { networkAddressDeclined } from './network-address-declined.ts'

tableOf(networkAddressDeclined, [
  ['too few may be told', { network: said('address', {}) }, 'none', 0],
  [
    'a few',
    { network: said('address', { declined: '3 to 9' }) },
    '3 to 9',
    -2,
    '3 to 9 other stores declined this address in 30 days',
  ],
  ['more', { network: said('address', { declined: '10 to 29' }) }, '10 to 29', -4],
  ['many', { network: said('address', { declined: '30 or more' }) }, '30 or more', -6],
  ['another identifier', { network: said('account', { declined: '3 to 9' }) }, null],
  ['a store that does not share', { network: null }, null],
])
