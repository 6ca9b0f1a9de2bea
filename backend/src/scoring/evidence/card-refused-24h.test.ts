import { hours, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardRefused24h } from './card-refused-24h.ts'

const refusedOf = (n: number) =>
  profileOf([eventAgo(1), ...[...Array(n).keys()].map((k) => eventAgo((k + 1) * hours, { refused: true }))])

tableOf(cardRefused24h, [
  ['paid ones do not count', { profiles: { card: refusedOf(0) } }, 0, 0],
  ['2 of them', { profiles: { card: refusedOf(2) } }, 2, -8, '2 refused orders with this card in 24 hours'],
  ['not sent', {}, null],
])
