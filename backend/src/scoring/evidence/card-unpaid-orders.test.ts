import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardUnpaidOrders } from './card-unpaid-orders.ts'

tableOf(cardUnpaidOrders, [
  ['none', { profiles: { card: profileOf([]) } }, 0, 0],
  ['some', { profiles: { card: withOutcomes({ unpaid: 1 }) } }, 1, -3, '1 order with this card that were never paid'],
  ['many', { profiles: { card: withOutcomes({ unpaid: 4 }) } }, 4, -9],
  ['not sent', {}, null],
])
