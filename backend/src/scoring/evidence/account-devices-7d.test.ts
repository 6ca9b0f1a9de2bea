import { hours, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { accountDevices7d } from './account-devices-7d.ts'

tableOf(accountDevices7d, [
  [
    'its own alone',
    {
      partners: { device: 'own' },
      profiles: { account: profileOf([eventAgo(hours, { partners: { device: 'own' } })]) },
    },
    1,
    0,
  ],
  [
    '3 of them',
    { partners: { device: 'own' }, profiles: { account: withPartners(2, 'device', hours) } },
    3,
    -2,
    '3 devices in this account in 7 days',
  ],
  ['5 of them', { partners: { device: 'own' }, profiles: { account: withPartners(4, 'device', hours) } }, 5, -6],
  ['none was sent', {}, null],
])
