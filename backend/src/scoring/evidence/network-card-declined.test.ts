import { tableOf } from '../testing/evidence-table.ts'
import { said } from '../testing/network.ts'
import { networkCardDeclined } from './network-card-declined.ts'

tableOf(networkCardDeclined, [
  ['too few may be told', { network: said('card', {}) }, 'none', 0],
  [
    'a few',
    { network: said('card', { declined: '3 to 9' }) },
    '3 to 9',
    -2,
    '3 to 9 other stores declined this card in 30 days',
  ],
  ['more', { network: said('card', { declined: '10 to 29' }) }, '10 to 29', -4],
  ['many', { network: said('card', { declined: '30 or more' }) }, '30 or more', -6],
  ['another identifier', { network: said('account', { declined: '3 to 9' }) }, null],
  ['a store that does not share', { network: null }, null],
])
