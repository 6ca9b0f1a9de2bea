import { tableOf } from '../testing/evidence-table.ts'
import { said } from '../testing/network.ts'
import { networkEmailFraud } from './network-email-fraud.ts'

tableOf(networkEmailFraud, [
  ['too few may be told', { network: said('email', {}) }, 'none', 0],
  [
    'a few',
    { network: said('email', { fraud: '3 to 9' }) },
    '3 to 9',
    -11,
    '3 to 9 other stores had bad orders with this e-mail in a year',
  ],
  ['more', { network: said('email', { fraud: '10 to 29' }) }, '10 to 29', -20],
  ['many', { network: said('email', { fraud: '30 or more' }) }, '30 or more', -28],
  ['another identifier', { network: said('account', { fraud: '3 to 9' }) }, null],
  ['a store that does not share', { network: null }, null],
])
