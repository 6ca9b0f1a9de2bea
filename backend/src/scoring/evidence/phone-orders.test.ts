import { days, eventAgo, profileOf, burst } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { phoneOrders } from './phone-orders.ts'

const named = (name: string) => phoneOrders.find((evidence) => evidence.name === name)

tableOf(named('phone.orders_5m'), [
  ['none', { profiles: { phone: profileOf([]) } }, 0, 0],
  ['a burst', { profiles: { phone: burst(2) } }, 2, -4, '2 other orders with this phone number in 5 minutes'],
  [
    'attempts of this order are not others',
    { profiles: { phone: profileOf([eventAgo(1, { orderRef: 'own' })]) } },
    0,
    0,
  ],
  ['not sent', {}, null],
])

tableOf(named('phone.orders_30d'), [
  ['outside the window', { profiles: { phone: profileOf([eventAgo(31 * days)]) } }, 0, 0],
  [
    'inside the window',
    { profiles: { phone: profileOf([eventAgo(29 * days)]) } },
    1,
    0,
    '1 other order with this phone number in 30 days',
  ],
])
