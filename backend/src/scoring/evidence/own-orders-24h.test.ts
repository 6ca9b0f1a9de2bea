import { burst, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ownOrders24h } from './own-orders-24h.ts'

tableOf(ownOrders24h, [
  ['none', { customProfiles: { coupon: profileOf([]) } }, 0, 0],
  [
    'the busiest of two',
    { customProfiles: { coupon: burst(15), seller: burst(1) } },
    15,
    -2,
    '15 other orders with an identifier of yours in 24 hours',
  ],
  ['none is declared', {}, null],
])
