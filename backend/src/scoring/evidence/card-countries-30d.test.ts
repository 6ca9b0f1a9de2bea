import { eventAgo, hours, profileOf, shipping } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardCountries30d } from './card-countries-30d.ts'

tableOf(cardCountries30d, [
  ['one', { order: { shipping }, profiles: { card: profileOf([eventAgo(hours)]) } }, 1, 0],
  [
    '2 of them',
    { order: { shipping }, profiles: { card: profileOf([eventAgo(hours, { country: 'PL' })]) } },
    2,
    -6,
    '2 countries with this card in 30 days',
  ],
  [
    '3 of them',
    {
      order: { shipping },
      profiles: { card: profileOf([eventAgo(hours, { country: 'PL' }), eventAgo(hours, { country: 'RO' })]) },
    },
    3,
    -12,
  ],
  ['not sent', {}, null],
])
