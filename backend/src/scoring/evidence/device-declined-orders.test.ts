import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceDeclinedOrders } from './device-declined-orders.ts'

tableOf(deviceDeclinedOrders, [
  ['none', { profiles: { device: profileOf([]) } }, 0, 0],
  [
    'some',
    { profiles: { device: withOutcomes({ declined: 1 }) } },
    1,
    -2,
    '1 order with this device that this store declined',
  ],
  ['many', { profiles: { device: withOutcomes({ declined: 4 }) } }, 4, -6],
  ['not sent', {}, null],
])
