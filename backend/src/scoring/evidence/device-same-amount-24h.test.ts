import { eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceSameAmount24h } from './device-same-amount-24h.ts'

const order = { amount: 4_900, currency: 'EUR' }
const again = (n: number, amount = 4_900) =>
  profileOf([...Array(n).keys()].map((k) => eventAgo((k + 1) * minutes, { amount })))

tableOf(deviceSameAmount24h, [
  ['other amounts', { order, profiles: { device: again(3, 4_901) } }, 0, 0],
  ['another currency', { order: { ...order, currency: 'USD' }, profiles: { device: again(3) } }, 0, 0],
  ['again and again', { order, profiles: { device: again(2) } }, 2, -4, '2 equal amounts with this device in 24 hours'],
  ['not sent', { order }, null],
])
