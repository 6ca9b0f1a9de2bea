import { ordersWithin } from '../orders-within.ts'

/** Regulars order often; scripts order at once. */
export const accountOrders = ordersWithin({
  kind: 'account',
  thing: 'this account',
  title: 'Several orders in one account',
  family: 'account-activity',
  points: {
    '5m': [
      [2, -2],
      [4, -5],
    ],
    '1h': [
      [3, -2],
      [6, -4],
    ],
    '24h': [
      [5, -2],
      [10, -4],
    ],
    '7d': [
      [12, -2],
      [25, -4],
    ],
    '30d': [
      [30, -1],
      [70, -3],
    ],
  },
})
