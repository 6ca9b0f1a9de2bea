import { hours, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailRefused24h } from './email-refused-24h.ts'

const refusedOf = (n: number) =>
  profileOf([eventAgo(1), ...[...Array(n).keys()].map((k) => eventAgo((k + 1) * hours, { refused: true }))])

tableOf(emailRefused24h, [
  ['paid ones do not count', { profiles: { email: refusedOf(0) } }, 0, 0],
  ['1 of them', { profiles: { email: refusedOf(1) } }, 1, -2, '1 refused order with this e-mail address in 24 hours'],
  ['4 of them', { profiles: { email: refusedOf(4) } }, 4, -16, '4 refused orders with this e-mail address in 24 hours'],
  ['not sent', {}, null],
])
