import { profileOf, withOutcomes } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailDeclinedOrders } from './email-declined-orders.ts'

tableOf(emailDeclinedOrders, [
  ['none', { profiles: { email: profileOf([]) } }, 0, 0],
  [
    'some',
    { profiles: { email: withOutcomes({ declined: 1 }) } },
    1,
    -2,
    '1 order with this e-mail address that this store declined',
  ],
  ['many', { profiles: { email: withOutcomes({ declined: 4 }) } }, 4, -6],
  ['not sent', {}, null],
])
