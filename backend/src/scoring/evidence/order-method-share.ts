import { share } from '../evidence.ts'
import { percent } from '../wording.ts'

/** How usual the way of paying is for this store. */
export const orderMethodShare = share({
  name: 'order.method_share',
  code: 'METHOD_RARE',
  title: 'Way of paying that is rare here',
  family: 'payment-method',
  scope: 'store',
  direction: 'none',
  basis: 'judgement: worth nothing until learned',
  missing: 'no payment method was sent, or fewer than 100 orders with one are known',
  points: [],
  read: ({ order, norms }) => {
    const shares = norms.habits?.methods
    return shares && order.method !== null ? (shares[order.method] ?? 0) : null
  },
  say: (part) =>
    part < 0.0005 ? 'Hardly any order here is paid this way' : `${percent(part)} of orders here are paid this way`,
})
