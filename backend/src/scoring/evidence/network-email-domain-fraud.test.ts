import { tableOf } from '../testing/evidence-table.ts'
import { said } from '../testing/network.ts'
import { networkEmailDomainFraud } from './network-email-domain-fraud.ts'

tableOf(networkEmailDomainFraud, [
  ['too few may be told', { network: said('email_domain', {}) }, 'none', 0],
  [
    'a few',
    { network: said('email_domain', { fraud: '3 to 9' }) },
    '3 to 9',
    -3,
    '3 to 9 other stores had bad orders with this domain in a year',
  ],
  ['more', { network: said('email_domain', { fraud: '10 to 29' }) }, '10 to 29', -5],
  ['many', { network: said('email_domain', { fraud: '30 or more' }) }, '30 or more', -7],
  ['another identifier', { network: said('account', { fraud: '3 to 9' }) }, null],
  ['a store that does not share', { network: null }, null],
])
