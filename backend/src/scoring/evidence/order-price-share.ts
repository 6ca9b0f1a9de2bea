import { share } from '../evidence.ts'
import { percent } from '../wording.ts'

/** How often the store sells for exactly this amount. Testers buy what costs least; gift cards have round prices. */
export const orderPriceShare = share({
  name: 'order.price_share',
  code: 'PRICE_UNUSUAL',
  title: 'Amount that is seldom paid here',
  family: 'price',
  scope: 'store',
  direction: 'none',
  basis: 'judgement: worth nothing until learned; a bin of its own for what is frequent',
  missing: 'fewer than 100 orders in this currency are known',
  points: [],
  read: ({ order, norms }) => {
    const prices = norms.habits?.prices
    return prices ? (prices[String(order.amount)] ?? 0) : null
  },
  say: (part) =>
    part < 0.0005 ? 'Hardly any order here has this amount' : `${percent(part)} of orders here have this amount`,
})
