import { eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipSameAmount1h } from './ip-same-amount-1h.ts'

const order = { amount: 4_900, currency: 'EUR' }
const again = (n: number, amount = 4_900) =>
  profileOf([...Array(n).keys()].map((k) => eventAgo((k + 1) * minutes, { amount })))

tableOf(ipSameAmount1h, [
  ['other amounts', { order, profiles: { ip: again(3, 4_901) } }, 0, 0],
  ['another currency', { order: { ...order, currency: 'USD' }, profiles: { ip: again(3) } }, 0, 0],
  ['again and again', { order, profiles: { ip: again(4) } }, 4, -7, '4 equal amounts with this IP address in 1 hour'],
  ['not sent', { order }, null],
])
