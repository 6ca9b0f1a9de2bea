import { ordersWithin } from '../orders-within.ts'

/** Cards are tried quickly before they are blocked. */
export const cardOrders = ordersWithin({
  kind: 'card',
  thing: 'this card',
  title: 'Several orders with one card',
  family: 'card-activity',
  points: {
    '5m': [
      [1, -2],
      [2, -5],
      [4, -8],
    ],
    '1h': [
      [2, -3],
      [4, -6],
      [8, -8],
    ],
    '24h': [
      [3, -2],
      [6, -5],
      [12, -7],
    ],
    '7d': [
      [8, -2],
      [16, -4],
    ],
    '30d': [
      [20, -1],
      [50, -3],
    ],
  },
})
