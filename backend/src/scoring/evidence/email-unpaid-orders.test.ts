import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailUnpaidOrders } from './email-unpaid-orders.ts'

tableOf(emailUnpaidOrders, [
  ['none', { profiles: { email: profileOf([]) } }, 0, 0],
  [
    'some',
    { profiles: { email: withOutcomes({ unpaid: 1 }) } },
    1,
    -2,
    '1 order with this e-mail address that were never paid',
  ],
  ['many', { profiles: { email: withOutcomes({ unpaid: 4 }) } }, 4, -8],
  ['not sent', {}, null],
])
