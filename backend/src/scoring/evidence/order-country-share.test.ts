import { home, shipping } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { orderCountryShare } from './order-country-share.ts'

tableOf(orderCountryShare, [
  ['usual', { order: { shipping }, norms: { countries: { DE: 0.9, AT: 0.003 } } }, 0.9, 0],
  [
    'rare',
    { order: { shipping: { ...shipping, country: 'AT' } }, norms: { countries: { DE: 0.9, AT: 0.003 } } },
    0.003,
    -4,
    '0.3 % of orders here go to this country',
  ],
  [
    'never',
    { order: { billing: { ...home, country: 'US' } }, norms: { countries: { DE: 1 } } },
    0,
    -6,
    'Hardly any order here goes to this country',
  ],
  ['too few orders', { order: { shipping } }, null],
  ['no country', { norms: { countries: { DE: 1 } } }, null],
])
