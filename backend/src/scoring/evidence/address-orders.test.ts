import { days, eventAgo, profileOf, burst } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { addressOrders } from './address-orders.ts'

const named = (name: string) => addressOrders.find((evidence) => evidence.name === name)

tableOf(named('address.orders_5m'), [
  ['none', { profiles: { address: profileOf([]) } }, 0, 0],
  ['a burst', { profiles: { address: burst(4) } }, 4, -4, '4 other orders with this postal address in 5 minutes'],
  [
    'attempts of this order are not others',
    { profiles: { address: profileOf([eventAgo(1, { orderRef: 'own' })]) } },
    0,
    0,
  ],
  ['not sent', {}, null],
])

tableOf(named('address.orders_30d'), [
  ['outside the window', { profiles: { address: profileOf([eventAgo(31 * days)]) } }, 0, 0],
  [
    'inside the window',
    { profiles: { address: profileOf([eventAgo(29 * days)]) } },
    1,
    0,
    '1 other order with this postal address in 30 days',
  ],
])
