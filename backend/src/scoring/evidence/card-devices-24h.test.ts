import { eventAgo, minutes, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardDevices24h } from './card-devices-24h.ts'

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
  ['2 of them', { partners: { device: 'own' }, profiles: { card: withPartners(1, 'device', minutes) } }, 2, 0],
  [
    '3 of them',
    { partners: { device: 'own' }, profiles: { card: withPartners(2, 'device', minutes) } },
    3,
    -4,
    '3 devices used this card in 24 hours',
  ],
  ['none was sent', {}, null],
])
