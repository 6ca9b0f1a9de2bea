import { tableOf } from '../testing/evidence-table.ts'
import { said } from '../testing/network.ts'
import { networkCardGood } from './network-card-good.ts'

tableOf(networkCardGood, [
  ['too few may be told', { network: said('card', {}) }, 'none', 0],
  [
    'a few',
    { network: said('card', { good: '3 to 9' }) },
    '3 to 9',
    1,
    '3 to 9 other stores had good orders with this card in a year',
  ],
  ['more', { network: said('card', { good: '10 to 29' }) }, '10 to 29', 2],
  ['many', { network: said('card', { good: '30 or more' }) }, '30 or more', 3],
  ['another identifier', { network: said('account', { good: '3 to 9' }) }, null],
  ['a store that does not share', { network: null }, null],
])
