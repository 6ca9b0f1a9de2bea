import { ordersWithin } from '../orders-within.ts'

/** Offices, schools and mobile networks share addresses, so only crowds count. */
export const ipOrders = ordersWithin({
  kind: 'ip',
  thing: 'this IP address',
  family: 'ip-activity',
  points: {
    '5m': [
      [3, -2],
      [6, -5],
      [12, -9],
    ],
    '1h': [
      [6, -2],
      [12, -5],
      [30, -9],
    ],
    '24h': [
      [20, -2],
      [60, -5],
    ],
    '7d': [
      [80, -2],
      [200, -4],
    ],
    '30d': [[256, -2]],
  },
})
