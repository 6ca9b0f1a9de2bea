import { home, shipping, mobile } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { phoneCountry } from './phone-country.ts'

tableOf(phoneCountry, [
  ['fits', { order: { phone: mobile, billing: home } }, true, 1, 'The phone number is from the country of the address'],
  [
    'differs',
    { order: { phone: { ...mobile, country: 'RO' }, billing: home } },
    false,
    -5,
    'The phone number is from another country than the address',
  ],
  ['without a bill, where the goods go', { order: { phone: mobile, shipping } }, true, 1],
  ['no country of the number', { order: { phone: { ...mobile, country: null }, billing: home } }, null],
  ['nothing was sent', {}, null],
])
