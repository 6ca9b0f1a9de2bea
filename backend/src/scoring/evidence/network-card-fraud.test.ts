import { tableOf } from '../testing/evidence-table.ts'
import { said } from '../testing/network.ts'
import { networkCardFraud } from './network-card-fraud.ts'

tableOf(networkCardFraud, [
  ['too few may be told', { network: said('card', {}) }, 'none', 0],
  [
    'a few',
    { network: said('card', { fraud: '3 to 9' }) },
    '3 to 9',
    -11,
    '3 to 9 other stores had bad orders with this card in a year',
  ],
  ['more', { network: said('card', { fraud: '10 to 29' }) }, '10 to 29', -20],
  ['many', { network: said('card', { fraud: '30 or more' }) }, '30 or more', -28],
  ['another identifier', { network: said('account', { fraud: '3 to 9' }) }, null],
  ['a store that does not share', { network: null }, null],
])
