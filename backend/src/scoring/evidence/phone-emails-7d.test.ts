import { minutes, hours, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { phoneEmails7d } from './phone-emails-7d.ts'

/** Orders with this many partners besides the own one, the last of them twice. */
const partnersOf = (n: number) =>
  profileOf([...Array(n).keys(), n - 1].map((k) => eventAgo((k + 1) * hours, { partners: { email: `other-${k}` } })))

tableOf(phoneEmails7d, [
  [
    'its own alone',
    { partners: { email: 'own' }, profiles: { phone: profileOf([eventAgo(minutes, { partners: { email: 'own' } })]) } },
    1,
    0,
  ],
  ['2 of them', { partners: { email: 'own' }, profiles: { phone: partnersOf(1) } }, 2, -4],
  [
    '3 of them',
    { partners: { email: 'own' }, profiles: { phone: partnersOf(2) } },
    3,
    -10,
    '3 e-mail addresses with this phone in 7 days',
  ],
  ['none was sent', {}, null],
])
