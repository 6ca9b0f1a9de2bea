import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailReturnedOrders } from './email-returned-orders.ts'

tableOf(emailReturnedOrders, [
  ['none', { profiles: { email: profileOf([]) } }, 0, 0],
  [
    'some',
    { profiles: { email: withOutcomes({ returned: 3 }) } },
    3,
    -1,
    '3 orders with this e-mail address that came back',
  ],
  ['many', { profiles: { email: withOutcomes({ returned: 6 }) } }, 6, -3],
  ['not sent', {}, null],
])
