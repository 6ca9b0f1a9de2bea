import { days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { phoneRefused30d } from './phone-refused-30d.ts'

const refusedOf = (n: number) =>
  profileOf([eventAgo(1), ...[...Array(n).keys()].map((k) => eventAgo((k + 1) * days, { refused: true }))])

tableOf(phoneRefused30d, [
  ['paid ones do not count', { profiles: { phone: refusedOf(0) } }, 0, 0],
  ['1 of them', { profiles: { phone: refusedOf(1) } }, 1, -5, '1 refused order with this phone in 30 days'],
  ['3 of them', { profiles: { phone: refusedOf(3) } }, 3, -10, '3 refused orders with this phone in 30 days'],
  ['not sent', {}, null],
])
