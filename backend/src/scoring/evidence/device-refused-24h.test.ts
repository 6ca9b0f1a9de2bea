import { hours, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceRefused24h } from './device-refused-24h.ts'

const refusedOf = (n: number) =>
  profileOf([eventAgo(1), ...[...Array(n).keys()].map((k) => eventAgo((k + 1) * hours, { refused: true }))])

tableOf(deviceRefused24h, [
  ['paid ones do not count', { profiles: { device: refusedOf(0) } }, 0, 0],
  ['2 of them', { profiles: { device: refusedOf(2) } }, 2, -8, '2 refused orders with this device in 24 hours'],
  ['not sent', {}, null],
])
