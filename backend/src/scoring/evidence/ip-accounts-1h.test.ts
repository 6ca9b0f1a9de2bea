import { minutes, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipAccounts1h } from './ip-accounts-1h.ts'

tableOf(ipAccounts1h, [
  [
    'its own alone',
    {
      partners: { account: 'own' },
      profiles: { ip: profileOf([eventAgo(minutes, { partners: { account: 'own' } })]) },
    },
    1,
    0,
  ],
  [
    '3 of them',
    { partners: { account: 'own' }, profiles: { ip: withPartners(2, 'account', minutes) } },
    3,
    -2,
    '3 accounts from this IP address in 1 hour',
  ],
  ['8 of them', { partners: { account: 'own' }, profiles: { ip: withPartners(7, 'account', minutes) } }, 8, -8],
  ['none was sent', {}, null],
])
