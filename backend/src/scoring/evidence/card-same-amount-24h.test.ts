import { eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardSameAmount24h } from './card-same-amount-24h.ts'

const order = { amount: 4_900, currency: 'EUR' }
const again = (n: number, amount = 4_900) =>
  profileOf([...Array(n).keys()].map((k) => eventAgo((k + 1) * minutes, { amount })))

tableOf(cardSameAmount24h, [
  ['other amounts', { order, profiles: { card: again(3, 4_901) } }, 0, 0],
  ['another currency', { order: { ...order, currency: 'USD' }, profiles: { card: again(3) } }, 0, 0],
  ['again and again', { order, profiles: { card: again(2) } }, 2, -4, '2 equal amounts with this card in 24 hours'],
  ['not sent', { order }, null],
])
