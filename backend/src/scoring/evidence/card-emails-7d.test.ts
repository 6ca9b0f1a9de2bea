import { minutes, hours, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardEmails7d } from './card-emails-7d.ts'

/** Orders with this many partners besides the own one, the last of them twice. */
const partnersOf = (n: number) =>
  profileOf([...Array(n).keys(), n - 1].map((k) => eventAgo((k + 1) * hours, { partners: { email: `other-${k}` } })))

tableOf(cardEmails7d, [
  [
    'its own alone',
    { partners: { email: 'own' }, profiles: { card: profileOf([eventAgo(minutes, { partners: { email: 'own' } })]) } },
    1,
    0,
  ],
  ['2 of them', { partners: { email: 'own' }, profiles: { card: partnersOf(1) } }, 2, -4],
  [
    '3 of them',
    { partners: { email: 'own' }, profiles: { card: partnersOf(2) } },
    3,
    -13,
    '3 e-mail addresses used this card in 7 days',
  ],
  ['none was sent', {}, null],
])
