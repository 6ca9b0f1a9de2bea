import { minutes, days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { addressEmails30d } from './address-emails-30d.ts'

/** Orders with this many partners besides the own one, the last of them twice. */
const partnersOf = (n: number) =>
  profileOf([...Array(n).keys(), n - 1].map((k) => eventAgo((k + 1) * days, { partners: { email: `other-${k}` } })))

tableOf(addressEmails30d, [
  [
    'its own alone',
    {
      partners: { email: 'own' },
      profiles: { address: profileOf([eventAgo(minutes, { partners: { email: 'own' } })]) },
    },
    1,
    0,
  ],
  ['3 of them', { partners: { email: 'own' }, profiles: { address: partnersOf(2) } }, 3, 0],
  [
    '8 of them',
    { partners: { email: 'own' }, profiles: { address: partnersOf(7) } },
    8,
    -5,
    '8 e-mail addresses used this address in 30 days',
  ],
  ['none was sent', {}, null],
])
