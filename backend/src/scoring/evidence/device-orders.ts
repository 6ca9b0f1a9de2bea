import { ordersWithin } from '../orders-within.ts'

/** One device, many orders: a ring, a telephone shop or a shared tablet. */
export const deviceOrders = ordersWithin({
  kind: 'device',
  thing: 'this device',
  family: 'device-velocity',
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
      [4, -3],
      [8, -6],
      [16, -9],
    ],
    '7d': [
      [12, -2],
      [25, -5],
    ],
    '30d': [
      [30, -2],
      [80, -4],
    ],
  },
})
