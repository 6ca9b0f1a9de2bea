import { eventAgo, hours, profileOf, shipping } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceCountries7d } from './device-countries-7d.ts'

tableOf(deviceCountries7d, [
  ['one', { order: { shipping }, profiles: { device: profileOf([eventAgo(hours)]) } }, 1, 0],
  [
    '2 of them',
    { order: { shipping }, profiles: { device: profileOf([eventAgo(hours, { country: 'PL' })]) } },
    2,
    -3,
    '2 countries with this device in 7 days',
  ],
  [
    '3 of them',
    {
      order: { shipping },
      profiles: { device: profileOf([eventAgo(hours, { country: 'PL' }), eventAgo(hours, { country: 'RO' })]) },
    },
    3,
    -8,
  ],
  ['not sent', {}, null],
])
