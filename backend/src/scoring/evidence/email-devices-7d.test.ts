import { eventAgo, hours, minutes, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailDevices7d } from './email-devices-7d.ts'

tableOf(emailDevices7d, [
  [
    'its own alone',
    {
      partners: { device: 'own' },
      profiles: { email: profileOf([eventAgo(minutes, { partners: { device: 'own' } })]) },
    },
    1,
    0,
  ],
  ['3 of them', { partners: { device: 'own' }, profiles: { email: withPartners(2, 'device', hours) } }, 3, 0],
  [
    '4 of them',
    { partners: { device: 'own' }, profiles: { email: withPartners(3, 'device', hours) } },
    4,
    -1,
    '4 devices used this e-mail address in 7 days',
  ],
  ['none was sent', {}, null],
])
