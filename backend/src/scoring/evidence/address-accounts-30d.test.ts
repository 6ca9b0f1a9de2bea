import { hours, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { addressAccounts30d } from './address-accounts-30d.ts'

tableOf(addressAccounts30d, [
  [
    'its own alone',
    {
      partners: { account: 'own' },
      profiles: { address: profileOf([eventAgo(hours, { partners: { account: 'own' } })]) },
    },
    1,
    0,
  ],
  [
    '3 of them',
    { partners: { account: 'own' }, profiles: { address: withPartners(2, 'account', hours) } },
    3,
    -2,
    '3 accounts at this postal address in 30 days',
  ],
  ['5 of them', { partners: { account: 'own' }, profiles: { address: withPartners(4, 'account', hours) } }, 5, -4],
  ['none was sent', {}, null],
])
