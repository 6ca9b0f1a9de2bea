import { home, shipping } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { orderSameCountry } from './order-same-country.ts'

tableOf(orderSameCountry, [
  ['the same', { order: { billing: home, shipping } }, true, 0],
  [
    'another',
    { order: { billing: home, shipping: { ...shipping, country: 'PL' } } },
    false,
    -9,
    'The goods go to another country than the bill',
  ],
  ['one is missing', { order: { billing: home } }, null],
])
