import { eventAgo, hours, profileOf, shipping } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipCountries24h } from './ip-countries-24h.ts'

tableOf(ipCountries24h, [
  ['one', { order: { shipping }, profiles: { ip: profileOf([eventAgo(hours)]) } }, 1, 0],
  [
    '3 of them',
    {
      order: { shipping },
      profiles: { ip: profileOf([eventAgo(hours, { country: 'PL' }), eventAgo(hours, { country: 'RO' })]) },
    },
    3,
    -3,
    '3 countries with this IP address in 24 hours',
  ],
  [
    '5 of them',
    {
      order: { shipping },
      profiles: {
        ip: profileOf([
          eventAgo(hours, { country: 'PL' }),
          eventAgo(hours, { country: 'RO' }),
          eventAgo(hours, { country: 'GB' }),
          eventAgo(hours, { country: 'FR' }),
        ]),
      },
    },
    5,
    -8,
  ],
  ['not sent', {}, null],
])
