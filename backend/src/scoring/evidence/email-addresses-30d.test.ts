import { minutes, days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailAddresses30d } from './email-addresses-30d.ts'

/** Orders with this many partners besides the own one, the last of them twice. */
const partnersOf = (n: number) =>
  profileOf([...Array(n).keys(), n - 1].map((k) => eventAgo((k + 1) * days, { partners: { address: `other-${k}` } })))

tableOf(emailAddresses30d, [
  [
    'its own alone',
    {
      partners: { address: 'own' },
      profiles: { email: profileOf([eventAgo(minutes, { partners: { address: 'own' } })]) },
    },
    1,
    0,
  ],
  ['3 of them', { partners: { address: 'own' }, profiles: { email: partnersOf(2) } }, 3, 0],
  [
    '4 of them',
    { partners: { address: 'own' }, profiles: { email: partnersOf(3) } },
    4,
    -2,
    '4 postal addresses with this e-mail address in 30 days',
  ],
  ['none was sent', {}, null],
])
