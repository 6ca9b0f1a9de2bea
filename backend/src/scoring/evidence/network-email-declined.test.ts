import { tableOf } from '../testing/evidence-table.ts'
import { said } from '../testing/network.ts'
import { networkEmailDeclined } from './network-email-declined.ts'

tableOf(networkEmailDeclined, [
  ['too few may be told', { network: said('email', {}) }, 'none', 0],
  [
    'a few',
    { network: said('email', { declined: '3 to 9' }) },
    '3 to 9',
    -2,
    '3 to 9 other stores declined this e-mail in 30 days',
  ],
  ['more', { network: said('email', { declined: '10 to 29' }) }, '10 to 29', -4],
  ['many', { network: said('email', { declined: '30 or more' }) }, '30 or more', -6],
  ['another identifier', { network: said('account', { declined: '3 to 9' }) }, null],
  ['a store that does not share', { network: null }, null],
])
