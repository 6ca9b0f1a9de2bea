import { ordersWithin } from '../orders-within.ts'
import { personalOrders } from '../personal-orders.ts'

/** As with e-mail addresses; a household may share one number. */
export const phoneOrders = ordersWithin({
  kind: 'phone',
  thing: 'this phone number',
  title: 'Several orders with one phone',
  family: 'phone-activity',
  points: personalOrders,
})
