import { burst, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ownOrders1h } from './own-orders-1h.ts'

tableOf(ownOrders1h, [
  ['none', { customProfiles: { coupon: profileOf([]) } }, 0, 0],
  [
    'the busiest of two',
    { customProfiles: { coupon: burst(4), seller: burst(1) } },
    4,
    -2,
    '4 other orders with an identifier of yours in 1 hour',
  ],
  ['none is declared', {}, null],
])
