import { burst, days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailDomainOrders } from './email-domain-orders.ts'

const named = (name: string) => emailDomainOrders.find((evidence) => evidence.name === name)

tableOf(named('email_domain.orders_5m'), [
  ['none', { profiles: { email_domain: profileOf([]) } }, 0, 0],
  ['a burst', { profiles: { email_domain: burst(8) } }, 8, -4, '8 other orders with this e-mail domain in 5 minutes'],
  ['not sent', {}, null],
])

tableOf(named('email_domain.orders_30d'), [
  ['outside the window', { profiles: { email_domain: profileOf([eventAgo(31 * days)]) } }, 0, 0],
  ['inside the window', { profiles: { email_domain: profileOf([eventAgo(29 * days)]) } }, 1, 0],
])
