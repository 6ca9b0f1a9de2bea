import { hours, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { phoneAccounts30d } from './phone-accounts-30d.ts'

tableOf(phoneAccounts30d, [
  [
    'its own alone',
    {
      partners: { account: 'own' },
      profiles: { phone: profileOf([eventAgo(hours, { partners: { account: 'own' } })]) },
    },
    1,
    0,
  ],
  [
    '2 of them',
    { partners: { account: 'own' }, profiles: { phone: withPartners(1, 'account', hours) } },
    2,
    -2,
    '2 accounts with this phone number in 30 days',
  ],
  ['3 of them', { partners: { account: 'own' }, profiles: { phone: withPartners(2, 'account', hours) } }, 3, -6],
  ['none was sent', {}, null],
])
