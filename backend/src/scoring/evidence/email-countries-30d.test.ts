import { eventAgo, hours, profileOf, shipping } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailCountries30d } from './email-countries-30d.ts'

tableOf(emailCountries30d, [
  ['one', { order: { shipping }, profiles: { email: profileOf([eventAgo(hours)]) } }, 1, 0],
  [
    '2 of them',
    { order: { shipping }, profiles: { email: profileOf([eventAgo(hours, { country: 'PL' })]) } },
    2,
    -3,
    '2 countries with this e-mail address in 30 days',
  ],
  [
    '3 of them',
    {
      order: { shipping },
      profiles: { email: profileOf([eventAgo(hours, { country: 'PL' }), eventAgo(hours, { country: 'RO' })]) },
    },
    3,
    -8,
  ],
  ['not sent', {}, null],
])
