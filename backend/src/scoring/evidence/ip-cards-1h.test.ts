import { minutes, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipCards1h } from './ip-cards-1h.ts'

/** Orders with this many partners besides the own one, the last of them twice. */
const partnersOf = (n: number) =>
  profileOf([...Array(n).keys(), n - 1].map((k) => eventAgo((k + 1) * minutes, { partners: { card: `other-${k}` } })))

tableOf(ipCards1h, [
  [
    'its own alone',
    { partners: { card: 'own' }, profiles: { ip: profileOf([eventAgo(minutes, { partners: { card: 'own' } })]) } },
    1,
    0,
  ],
  ['3 of them', { partners: { card: 'own' }, profiles: { ip: partnersOf(2) } }, 3, 0],
  [
    '8 of them',
    { partners: { card: 'own' }, profiles: { ip: partnersOf(7) } },
    8,
    -10,
    '8 cards were used from this IP address in 1 hour',
  ],
  ['none was sent', {}, null],
])
