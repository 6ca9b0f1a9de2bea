import { eventAgo, hours, profileOf, shipping } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { accountCountries30d } from './account-countries-30d.ts'

tableOf(accountCountries30d, [
  ['one', { order: { shipping }, profiles: { account: profileOf([eventAgo(hours)]) } }, 1, 0],
  [
    '2 of them',
    { order: { shipping }, profiles: { account: profileOf([eventAgo(hours, { country: 'PL' })]) } },
    2,
    -3,
    '2 countries with this account in 30 days',
  ],
  [
    '3 of them',
    {
      order: { shipping },
      profiles: { account: profileOf([eventAgo(hours, { country: 'PL' }), eventAgo(hours, { country: 'RO' })]) },
    },
    3,
    -8,
  ],
  ['not sent', {}, null],
])
