import { eventAgo, minutes, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceEmails24h } from './device-emails-24h.ts'

tableOf(deviceEmails24h, [
  [
    'its own alone',
    {
      partners: { email: 'own' },
      profiles: { device: profileOf([eventAgo(minutes, { partners: { email: 'own' } })]) },
    },
    1,
    0,
  ],
  [
    '2 of them',
    { partners: { email: 'own' }, profiles: { device: withPartners(1, 'email', minutes) } },
    2,
    -4,
    '2 e-mail addresses used this device in 24 hours',
  ],
  [
    '4 of them',
    { partners: { email: 'own' }, profiles: { device: withPartners(3, 'email', minutes) } },
    4,
    -14,
    '4 e-mail addresses used this device in 24 hours',
  ],
  ['7 of them', { partners: { email: 'own' }, profiles: { device: withPartners(6, 'email', minutes) } }, 7, -18],
  ['none was sent', {}, null],
])
