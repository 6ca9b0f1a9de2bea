import { days, eventAgo, profileOf, burst } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipOrders } from './ip-orders.ts'

const named = (name: string) => ipOrders.find((evidence) => evidence.name === name)

tableOf(named('ip.orders_5m'), [
  ['none', { profiles: { ip: profileOf([]) } }, 0, 0],
  ['a burst', { profiles: { ip: burst(6) } }, 6, -4, '6 other orders with this IP address in 5 minutes'],
  ['attempts of this order are not others', { profiles: { ip: profileOf([eventAgo(1, { orderRef: 'own' })]) } }, 0, 0],
  ['not sent', {}, null],
])

tableOf(named('ip.orders_30d'), [
  ['outside the window', { profiles: { ip: profileOf([eventAgo(31 * days)]) } }, 0, 0],
  [
    'inside the window',
    { profiles: { ip: profileOf([eventAgo(29 * days)]) } },
    1,
    0,
    '1 other order with this IP address in 30 days',
  ],
])
