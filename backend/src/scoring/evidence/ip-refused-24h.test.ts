import { hours, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipRefused24h } from './ip-refused-24h.ts'

const refusedOf = (n: number) =>
  profileOf([eventAgo(1), ...[...Array(n).keys()].map((k) => eventAgo((k + 1) * hours, { refused: true }))])

tableOf(ipRefused24h, [
  ['paid ones do not count', { profiles: { ip: refusedOf(0) } }, 0, 0],
  ['2 of them', { profiles: { ip: refusedOf(2) } }, 2, 0, '2 refused orders with this IP address in 24 hours'],
  ['3 of them', { profiles: { ip: refusedOf(3) } }, 3, -4, '3 refused orders with this IP address in 24 hours'],
  ['not sent', {}, null],
])
