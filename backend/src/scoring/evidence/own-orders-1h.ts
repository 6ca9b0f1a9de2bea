import { count } from '../evidence.ts'
import { amountInHistory } from '../wording.ts'

/** Other orders with one of the store's own identifiers, the busiest. A seller has many; the table learns how many are usual. */
export const ownOrders1h = count({
  name: 'own.orders_1h',
  code: 'OWN_ORDERS_1H',
  title: 'Many orders, your identifier, in 1 hour',
  family: 'own-activity',
  scope: 'store',
  direction: 'more-is-worse',
  basis: 'judgement: half of what hand-written cards give',
  missing: 'no custom input that is declared an identifier was sent, or its history could not be read',
  points: [
    [4, -2],
    [8, -5],
  ],
  read: (_context, { custom }) =>
    custom.length === 0 ? null : Math.max(...custom.map((profile) => profile.orders('1h'))),
  say: (n) => `${amountInHistory(n, 'other order')} with an identifier of yours in 1 hour`,
})
