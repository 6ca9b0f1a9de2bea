import { hours, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { addressCards30d } from './address-cards-30d.ts'

tableOf(addressCards30d, [
  [
    'its own alone',
    { partners: { card: 'own' }, profiles: { address: profileOf([eventAgo(hours, { partners: { card: 'own' } })]) } },
    1,
    0,
  ],
  [
    '3 of them',
    { partners: { card: 'own' }, profiles: { address: withPartners(2, 'card', hours) } },
    3,
    -2,
    '3 cards at this postal address in 30 days',
  ],
  ['8 of them', { partners: { card: 'own' }, profiles: { address: withPartners(7, 'card', hours) } }, 8, -8],
  ['none was sent', {}, null],
])
