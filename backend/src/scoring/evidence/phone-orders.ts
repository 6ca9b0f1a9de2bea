import { ordersWithin } from '../orders-within.ts'

/** As with e-mail addresses; a household may share one number. */
export const phoneOrders = ordersWithin({
  kind: 'phone',
  thing: 'this phone number',
  title: 'Several orders with one phone',
  family: 'phone-activity',
  points: {
    '5m': [
      [1, -2],
      [2, -4],
      [4, -6],
    ],
    '1h': [
      [2, -2],
      [4, -4],
      [8, -6],
    ],
    '24h': [
      [3, -2],
      [6, -4],
      [12, -6],
    ],
    '7d': [
      [10, -2],
      [20, -4],
    ],
    '30d': [
      [25, -1],
      [60, -3],
    ],
  },
})
