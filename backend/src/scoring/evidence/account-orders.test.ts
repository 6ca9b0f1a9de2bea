import { burst, days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { accountOrders } from './account-orders.ts'

const named = (name: string) => accountOrders.find((evidence) => evidence.name === name)

tableOf(named('account.orders_5m'), [
  ['none', { profiles: { account: profileOf([]) } }, 0, 0],
  ['a burst', { profiles: { account: burst(4) } }, 4, -5, '4 other orders with this account in 5 minutes'],
  ['not sent', {}, null],
])

tableOf(named('account.orders_30d'), [
  ['outside the window', { profiles: { account: profileOf([eventAgo(31 * days)]) } }, 0, 0],
  ['inside the window', { profiles: { account: profileOf([eventAgo(29 * days)]) } }, 1, 0],
])
