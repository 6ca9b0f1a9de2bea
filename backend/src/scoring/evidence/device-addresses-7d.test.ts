import { hours, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceAddresses7d } from './device-addresses-7d.ts'

tableOf(deviceAddresses7d, [
  [
    'its own alone',
    {
      partners: { address: 'own' },
      profiles: { device: profileOf([eventAgo(hours, { partners: { address: 'own' } })]) },
    },
    1,
    0,
  ],
  [
    '3 of them',
    { partners: { address: 'own' }, profiles: { device: withPartners(2, 'address', hours) } },
    3,
    -3,
    '3 postal addresses from this device in 7 days',
  ],
  ['4 of them', { partners: { address: 'own' }, profiles: { device: withPartners(3, 'address', hours) } }, 4, -7],
  ['none was sent', {}, null],
])
