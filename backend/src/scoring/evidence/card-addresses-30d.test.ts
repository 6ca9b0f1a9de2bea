import { hours, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardAddresses30d } from './card-addresses-30d.ts'

tableOf(cardAddresses30d, [
  [
    'its own alone',
    {
      partners: { address: 'own' },
      profiles: { card: profileOf([eventAgo(hours, { partners: { address: 'own' } })]) },
    },
    1,
    0,
  ],
  [
    '3 of them',
    { partners: { address: 'own' }, profiles: { card: withPartners(2, 'address', hours) } },
    3,
    -3,
    '3 postal addresses with this card in 30 days',
  ],
  ['6 of them', { partners: { address: 'own' }, profiles: { card: withPartners(5, 'address', hours) } }, 6, -10],
  ['none was sent', {}, null],
])
