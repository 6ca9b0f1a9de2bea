import { minutes, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceEmails24h } from './device-emails-24h.ts'

/** Orders with this many partners besides the own one, the last of them twice. */
const partnersOf = (n: number) =>
  profileOf([...Array(n).keys(), n - 1].map((k) => eventAgo((k + 1) * minutes, { partners: { email: `other-${k}` } })))

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
    { partners: { email: 'own' }, profiles: { device: partnersOf(1) } },
    2,
    -4,
    '2 e-mail addresses used this device in 24 hours',
  ],
  [
    '4 of them',
    { partners: { email: 'own' }, profiles: { device: partnersOf(3) } },
    4,
    -15,
    '4 e-mail addresses used this device in 24 hours',
  ],
  ['7 of them', { partners: { email: 'own' }, profiles: { device: partnersOf(6) } }, 7, -20],
  ['none was sent', {}, null],
])
