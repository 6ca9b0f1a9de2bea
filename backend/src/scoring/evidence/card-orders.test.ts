import { days, eventAgo, profileOf, burst } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardOrders } from './card-orders.ts'

const named = (name: string) => cardOrders.find((evidence) => evidence.name === name)

tableOf(named('card.orders_5m'), [
  ['none', { profiles: { card: profileOf([]) } }, 0, 0],
  ['a burst', { profiles: { card: burst(2) } }, 2, -5, '2 other orders with this card in 5 minutes'],
  [
    'attempts of this order are not others',
    { profiles: { card: profileOf([eventAgo(1, { orderRef: 'own' })]) } },
    0,
    0,
  ],
  ['not sent', {}, null],
])

tableOf(named('card.orders_30d'), [
  ['outside the window', { profiles: { card: profileOf([eventAgo(31 * days)]) } }, 0, 0],
  [
    'inside the window',
    { profiles: { card: profileOf([eventAgo(29 * days)]) } },
    1,
    0,
    '1 other order with this card in 30 days',
  ],
])
