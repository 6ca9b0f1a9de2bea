import { ordersWithin } from '../orders-within.ts'

/** Two orders in a row happen when something was forgotten; four in five minutes do not. */
export const emailOrders = ordersWithin({
  kind: 'email',
  thing: 'this e-mail address',
  family: 'email-activity',
  points: {
    '5m': [
      [1, -2],
      [2, -5],
      [4, -9],
    ],
    '1h': [
      [2, -3],
      [4, -6],
      [8, -9],
    ],
    '24h': [
      [3, -2],
      [6, -5],
      [12, -8],
    ],
    '7d': [
      [10, -2],
      [20, -5],
    ],
    '30d': [
      [25, -2],
      [60, -4],
    ],
  },
})
