import { ordersWithin } from '../orders-within.ts'

/** Offices, schools and mobile networks share addresses, so only crowds count. */
export const ipOrders = ordersWithin({
  kind: 'ip',
  thing: 'this IP address',
  title: 'Many orders from one IP address',
  family: 'ip-activity',
  points: {
    '5m': [
      [3, -2],
      [6, -4],
      [12, -6],
    ],
    '1h': [
      [6, -2],
      [12, -4],
      [30, -6],
    ],
    '24h': [
      [20, -2],
      [60, -4],
    ],
    '7d': [
      [80, -1],
      [200, -3],
    ],
    '30d': [[256, -1]],
  },
})
