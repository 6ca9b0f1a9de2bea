import { ordersWithin } from '../orders-within.ts'

/** Parcel stations and offices receive much; a burst to one door is rarer. */
export const addressOrders = ordersWithin({
  kind: 'address',
  thing: 'this postal address',
  title: 'Several orders to one address',
  family: 'address-activity',
  points: {
    '5m': [
      [2, -2],
      [4, -4],
    ],
    '1h': [
      [2, -1],
      [4, -2],
      [8, -4],
    ],
    '24h': [
      [4, -1],
      [8, -3],
      [16, -5],
    ],
    '7d': [
      [12, -1],
      [30, -3],
    ],
    '30d': [
      [40, -1],
      [100, -2],
    ],
  },
})
