import { days, eventAgo, profileOf, burst } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceOrders } from './device-orders.ts'

const named = (name: string) => deviceOrders.find((evidence) => evidence.name === name)

tableOf(named('device.orders_5m'), [
  ['none', { profiles: { device: profileOf([]) } }, 0, 0],
  ['a burst', { profiles: { device: burst(4) } }, 4, -5, '4 other orders with this device in 5 minutes'],
  [
    'attempts of this order are not others',
    { profiles: { device: profileOf([eventAgo(1, { orderRef: 'own' })]) } },
    0,
    0,
  ],
  ['not sent', {}, null],
])

tableOf(named('device.orders_30d'), [
  ['outside the window', { profiles: { device: profileOf([eventAgo(31 * days)]) } }, 0, 0],
  [
    'inside the window',
    { profiles: { device: profileOf([eventAgo(29 * days)]) } },
    1,
    0,
    '1 other order with this device in 30 days',
  ],
])
