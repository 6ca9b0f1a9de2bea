import { days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { addressRefused30d } from './address-refused-30d.ts'

const refusedOf = (n: number) =>
  profileOf([eventAgo(1), ...[...Array(n).keys()].map((k) => eventAgo((k + 1) * days, { refused: true }))])

tableOf(addressRefused30d, [
  ['paid ones do not count', { profiles: { address: refusedOf(0) } }, 0, 0],
  ['1 of them', { profiles: { address: refusedOf(1) } }, 1, -4, '1 refused order with this address in 30 days'],
  ['2 of them', { profiles: { address: refusedOf(2) } }, 2, -7, '2 refused orders with this address in 30 days'],
  ['not sent', {}, null],
])
