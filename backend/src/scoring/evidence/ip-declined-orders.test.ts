import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipDeclinedOrders } from './ip-declined-orders.ts'

tableOf(ipDeclinedOrders, [
  ['none', { profiles: { ip: profileOf([]) } }, 0, 0],
  [
    'some',
    { profiles: { ip: withOutcomes({ declined: 2 }) } },
    2,
    -2,
    '2 orders with this IP address that this store declined',
  ],
  ['many', { profiles: { ip: withOutcomes({ declined: 5 }) } }, 5, -4],
  ['not sent', {}, null],
])
