import { days, eventAgo, profileOf, burst } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailOrders } from './email-orders.ts'

const named = (name: string) => emailOrders.find((evidence) => evidence.name === name)

tableOf(named('email.orders_5m'), [
  ['none', { profiles: { email: profileOf([]) } }, 0, 0],
  ['a burst', { profiles: { email: burst(4) } }, 4, -6, '4 other orders with this e-mail address in 5 minutes'],
  [
    'attempts of this order are not others',
    { profiles: { email: profileOf([eventAgo(1, { orderRef: 'own' })]) } },
    0,
    0,
  ],
  ['not sent', {}, null],
])

tableOf(named('email.orders_30d'), [
  ['outside the window', { profiles: { email: profileOf([eventAgo(31 * days)]) } }, 0, 0],
  [
    'inside the window',
    { profiles: { email: profileOf([eventAgo(29 * days)]) } },
    1,
    0,
    '1 other order with this e-mail address in 30 days',
  ],
])
