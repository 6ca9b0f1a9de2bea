import { ordersWithin } from '../orders-within.ts'

/** Cards are tried quickly before they are blocked. */
export const cardOrders = ordersWithin({
  kind: 'card',
  thing: 'this card',
  family: 'card-activity',
  points: {
    '5m': [
      [1, -3],
      [2, -7],
      [4, -11],
    ],
    '1h': [
      [2, -4],
      [4, -8],
      [8, -11],
    ],
    '24h': [
      [3, -3],
      [6, -6],
      [12, -9],
    ],
    '7d': [
      [8, -2],
      [16, -5],
    ],
    '30d': [
      [20, -2],
      [50, -4],
    ],
  },
})
