import { ordersWithin } from '../orders-within.ts'
import { personalOrders } from '../personal-orders.ts'

export const emailOrders = ordersWithin({
  kind: 'email',
  thing: 'this e-mail address',
  title: 'Several orders with one e-mail',
  family: 'email-activity',
  points: personalOrders,
})
