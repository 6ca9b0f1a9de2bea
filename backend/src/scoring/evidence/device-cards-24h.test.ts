import { eventAgo, minutes, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceCards24h } from './device-cards-24h.ts'

tableOf(deviceCards24h, [
  [
    'its own alone',
    { partners: { card: 'own' }, profiles: { device: profileOf([eventAgo(minutes, { partners: { card: 'own' } })]) } },
    1,
    0,
  ],
  [
    '2 of them',
    { partners: { card: 'own' }, profiles: { device: withPartners(1, 'card', minutes) } },
    2,
    -2,
    '2 cards used on this device in 24 hours',
  ],
  ['4 of them', { partners: { card: 'own' }, profiles: { device: withPartners(3, 'card', minutes) } }, 4, -11],
  ['none was sent', {}, null],
])
