import { hours, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { accountEmails30d } from './account-emails-30d.ts'

tableOf(accountEmails30d, [
  [
    'its own alone',
    { partners: { email: 'own' }, profiles: { account: profileOf([eventAgo(hours, { partners: { email: 'own' } })]) } },
    1,
    0,
  ],
  [
    '2 of them',
    { partners: { email: 'own' }, profiles: { account: withPartners(1, 'email', hours) } },
    2,
    -3,
    '2 e-mail addresses in this account in 30 days',
  ],
  ['3 of them', { partners: { email: 'own' }, profiles: { account: withPartners(2, 'email', hours) } }, 3, -6],
  ['none was sent', {}, null],
])
