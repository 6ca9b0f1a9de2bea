import { days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { customerGoodOrders } from './customer-good-orders.ts'

const many = profileOf([40, 50, 60, 70, 80, 90].map((n) => eventAgo(n * days)))

tableOf(customerGoodOrders, [
  ['a new customer', { profiles: { email: profileOf([]) } }, 0, 0],
  ['orders that are too young', { profiles: { email: profileOf([eventAgo(29 * days), eventAgo(days)]) } }, 0, 0],
  [
    'one that is old enough',
    { profiles: { email: profileOf([eventAgo(31 * days), eventAgo(days)]) } },
    1,
    4,
    '1 order here more than 30 days ago, not refused',
  ],
  [
    'refused ones do not count',
    { profiles: { email: profileOf([eventAgo(40 * days, { refused: true }), eventAgo(50 * days)]) } },
    1,
    4,
  ],
  [
    'the account knows more',
    { profiles: { email: profileOf([]), account: many } },
    6,
    10,
    '6 orders here more than 30 days ago, none refused',
  ],
  ['neither was sent', {}, null],
])
