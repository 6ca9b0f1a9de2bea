import { ordersWithin } from '../orders-within.ts'

/** A firm orders in the morning; a domain made for fraud orders in a row. */
export const emailDomainOrders = ordersWithin({
  kind: 'email_domain',
  thing: 'this e-mail domain',
  title: 'Several orders of one domain',
  family: 'domain-activity',
  points: {
    '5m': [
      [4, -2],
      [8, -4],
    ],
    '1h': [
      [8, -2],
      [16, -4],
    ],
    '24h': [
      [25, -2],
      [60, -3],
    ],
    '7d': [[120, -2]],
    '30d': [[250, -1]],
  },
})
