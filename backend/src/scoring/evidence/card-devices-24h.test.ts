import { minutes, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardDevices24h } from './card-devices-24h.ts'

/** Orders with this many partners besides the own one, the last of them twice. */
const partnersOf = (n: number) =>
  profileOf([...Array(n).keys(), n - 1].map((k) => eventAgo((k + 1) * minutes, { partners: { device: `other-${k}` } })))

tableOf(cardDevices24h, [
  [
    'its own alone',
    {
      partners: { device: 'own' },
      profiles: { card: profileOf([eventAgo(minutes, { partners: { device: 'own' } })]) },
    },
    1,
    0,
  ],
  ['2 of them', { partners: { device: 'own' }, profiles: { card: partnersOf(1) } }, 2, 0],
  [
    '3 of them',
    { partners: { device: 'own' }, profiles: { card: partnersOf(2) } },
    3,
    -4,
    '3 devices used this card in 24 hours',
  ],
  ['none was sent', {}, null],
])
