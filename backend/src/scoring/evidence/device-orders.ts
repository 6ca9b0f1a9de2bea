import { ordersWithin } from '../orders-within.ts'

/** One device, many orders: a ring, a telephone shop or a shared tablet. */
export const deviceOrders = ordersWithin({
  kind: 'device',
  thing: 'this device',
  title: 'Several orders on one device',
  family: 'device-activity',
  points: {
    '5m': [
      [1, -1],
      [2, -3],
      [4, -5],
    ],
    '1h': [
      [2, -2],
      [4, -4],
      [8, -6],
    ],
    '24h': [
      [4, -2],
      [8, -4],
      [16, -6],
    ],
    '7d': [
      [12, -2],
      [25, -4],
    ],
    '30d': [
      [30, -1],
      [80, -3],
    ],
  },
})
