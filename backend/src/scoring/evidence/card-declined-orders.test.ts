import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardDeclinedOrders } from './card-declined-orders.ts'

tableOf(cardDeclinedOrders, [
  ['none', { profiles: { card: profileOf([]) } }, 0, 0],
  [
    'some',
    { profiles: { card: withOutcomes({ declined: 1 }) } },
    1,
    -2,
    '1 order with this card that this store declined',
  ],
  ['many', { profiles: { card: withOutcomes({ declined: 4 }) } }, 4, -6],
  ['not sent', {}, null],
])
