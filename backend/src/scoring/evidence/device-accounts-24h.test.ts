import { eventAgo, minutes, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceAccounts24h } from './device-accounts-24h.ts'

tableOf(deviceAccounts24h, [
  [
    'its own alone',
    {
      partners: { account: 'own' },
      profiles: { device: profileOf([eventAgo(minutes, { partners: { account: 'own' } })]) },
    },
    1,
    0,
  ],
  [
    '3 of them',
    { partners: { account: 'own' }, profiles: { device: withPartners(2, 'account', minutes) } },
    3,
    -7,
    '3 accounts used this device in 24 hours',
  ],
  ['none was sent', {}, null],
])
