import { ordersWithin } from '../orders-within.ts'

/** Parcel stations and offices receive much; a burst to one door is rarer. */
export const addressOrders = ordersWithin({
  kind: 'address',
  thing: 'this address',
  family: 'address-activity',
  points: {
    '5m': [
      [1, -1],
      [2, -4],
      [4, -7],
    ],
    '1h': [
      [2, -2],
      [4, -5],
      [8, -8],
    ],
    '24h': [
      [4, -2],
      [8, -4],
      [16, -7],
    ],
    '7d': [
      [12, -1],
      [30, -3],
    ],
    '30d': [
      [40, -1],
      [100, -3],
    ],
  },
})
