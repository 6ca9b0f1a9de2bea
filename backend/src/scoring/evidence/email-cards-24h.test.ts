import { minutes, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailCards24h } from './email-cards-24h.ts'

/** Orders with this many partners besides the own one, the last of them twice. */
const partnersOf = (n: number) =>
  profileOf([...Array(n).keys(), n - 1].map((k) => eventAgo((k + 1) * minutes, { partners: { card: `other-${k}` } })))

tableOf(emailCards24h, [
  [
    'its own alone',
    { partners: { card: 'own' }, profiles: { email: profileOf([eventAgo(minutes, { partners: { card: 'own' } })]) } },
    1,
    0,
  ],
  ['2 of them', { partners: { card: 'own' }, profiles: { email: partnersOf(1) } }, 2, -2],
  [
    '3 of them',
    { partners: { card: 'own' }, profiles: { email: partnersOf(2) } },
    3,
    -10,
    '3 cards with this e-mail address in 24 hours',
  ],
  ['none was sent', {}, null],
])
