import { hours, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailAccounts7d } from './email-accounts-7d.ts'

tableOf(emailAccounts7d, [
  [
    'its own alone',
    {
      partners: { account: 'own' },
      profiles: { email: profileOf([eventAgo(hours, { partners: { account: 'own' } })]) },
    },
    1,
    0,
  ],
  [
    '2 of them',
    { partners: { account: 'own' }, profiles: { email: withPartners(1, 'account', hours) } },
    2,
    -3,
    '2 accounts with this e-mail address in 7 days',
  ],
  ['3 of them', { partners: { account: 'own' }, profiles: { email: withPartners(2, 'account', hours) } }, 3, -7],
  ['none was sent', {}, null],
])
