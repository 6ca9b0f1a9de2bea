import { share } from '../evidence.ts'
import { categoriesOf } from '../habits.ts'
import { percent } from '../wording.ts'

/** How usual the goods are for this store: of several kinds, the most usual. */
export const orderCategoryShare = share({
  name: 'order.category_share',
  code: 'CATEGORY_RARE',
  title: 'Goods that are seldom bought here',
  family: 'basket',
  scope: 'store',
  direction: 'none',
  basis: 'judgement: worth nothing until learned; rare goods are not worse ones',
  missing: 'no category was sent, or fewer than 100 orders with one are known',
  points: [],
  read: ({ order, norms }) => {
    const shares = norms.habits?.categories
    const own = categoriesOf(order)
    return shares && own.length > 0 ? Math.max(...own.map((key) => shares[key] ?? 0)) : null
  },
  say: (part) =>
    part < 0.0005 ? 'Hardly any order here holds goods of this kind' : `${percent(part)} of orders here hold this kind`,
})
