import { hours, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { accountAddresses30d } from './account-addresses-30d.ts'

tableOf(accountAddresses30d, [
  [
    'its own alone',
    {
      partners: { address: 'own' },
      profiles: { account: profileOf([eventAgo(hours, { partners: { address: 'own' } })]) },
    },
    1,
    0,
  ],
  [
    '3 of them',
    { partners: { address: 'own' }, profiles: { account: withPartners(2, 'address', hours) } },
    3,
    -2,
    '3 postal addresses in this account in 30 days',
  ],
  ['6 of them', { partners: { address: 'own' }, profiles: { account: withPartners(5, 'address', hours) } }, 6, -7],
  ['none was sent', {}, null],
])
