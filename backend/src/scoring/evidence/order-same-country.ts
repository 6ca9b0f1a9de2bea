import { flag } from '../evidence.ts'

/** The bill in one country, the goods to another. */
export const orderSameCountry = flag({
  name: 'order.same_country',
  code: 'SHIPPING_ABROAD',
  title: 'Delivery to another country than the bill',
  family: 'delivery',
  scope: 'order',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratio 1.9; border regions and presents make it common enough',
  missing: 'one of the two countries was not sent',
  points: { yes: 0, no: -9 },
  read: ({ order }) => {
    const [bill, goods] = [order.billing?.country, order.shipping?.country]
    return bill && goods ? bill === goods : null
  },
  say: (same) =>
    same ? 'Billing and shipping countries are the same' : 'The goods go to another country than the bill',
})
