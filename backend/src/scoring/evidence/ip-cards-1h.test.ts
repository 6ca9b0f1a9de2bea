import { eventAgo, minutes, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipCards1h } from './ip-cards-1h.ts'

tableOf(ipCards1h, [
  [
    'its own alone',
    { partners: { card: 'own' }, profiles: { ip: profileOf([eventAgo(minutes, { partners: { card: 'own' } })]) } },
    1,
    0,
  ],
  ['3 of them', { partners: { card: 'own' }, profiles: { ip: withPartners(2, 'card', minutes) } }, 3, 0],
  [
    '8 of them',
    { partners: { card: 'own' }, profiles: { ip: withPartners(7, 'card', minutes) } },
    8,
    -10,
    '8 cards used from this IP address in 1 hour',
  ],
  ['none was sent', {}, null],
])
