import { hours, withRefusals } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardRefused24h } from './card-refused-24h.ts'

tableOf(cardRefused24h, [
  ['paid ones do not count', { profiles: { card: withRefusals(0, hours) } }, 0, 0],
  ['2 of them', { profiles: { card: withRefusals(2, hours) } }, 2, -8, '2 refused orders with this card in 24 hours'],
  ['not sent', {}, null],
])
