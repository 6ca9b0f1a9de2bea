import { minutes, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceCards24h } from './device-cards-24h.ts'

/** Orders with this many partners besides the own one, the last of them twice. */
const partnersOf = (n: number) =>
  profileOf([...Array(n).keys(), n - 1].map((k) => eventAgo((k + 1) * minutes, { partners: { card: `other-${k}` } })))

tableOf(deviceCards24h, [
  [
    'its own alone',
    { partners: { card: 'own' }, profiles: { device: profileOf([eventAgo(minutes, { partners: { card: 'own' } })]) } },
    1,
    0,
  ],
  [
    '2 of them',
    { partners: { card: 'own' }, profiles: { device: partnersOf(1) } },
    2,
    -2,
    '2 cards were used on this device in 24 hours',
  ],
  ['4 of them', { partners: { card: 'own' }, profiles: { device: partnersOf(3) } }, 4, -17],
  ['none was sent', {}, null],
])
