import { minutes, hours, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailDevices7d } from './email-devices-7d.ts'

/** Orders with this many partners besides the own one, the last of them twice. */
const partnersOf = (n: number) =>
  profileOf([...Array(n).keys(), n - 1].map((k) => eventAgo((k + 1) * hours, { partners: { device: `other-${k}` } })))

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
  ['3 of them', { partners: { device: 'own' }, profiles: { email: partnersOf(2) } }, 3, 0],
  [
    '4 of them',
    { partners: { device: 'own' }, profiles: { email: partnersOf(3) } },
    4,
    -1,
    '4 devices used this e-mail address in 7 days',
  ],
  ['none was sent', {}, null],
])
