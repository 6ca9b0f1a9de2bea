import { eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailSameAmount24h } from './email-same-amount-24h.ts'

const order = { amount: 4_900, currency: 'EUR' }
const again = (n: number, amount = 4_900) =>
  profileOf([...Array(n).keys()].map((k) => eventAgo((k + 1) * minutes, { amount })))

tableOf(emailSameAmount24h, [
  ['other amounts', { order, profiles: { email: again(3, 4_901) } }, 0, 0],
  ['another currency', { order: { ...order, currency: 'USD' }, profiles: { email: again(3) } }, 0, 0],
  [
    'again and again',
    { order, profiles: { email: again(2) } },
    2,
    -4,
    '2 equal amounts with this e-mail address in 24 hours',
  ],
  ['not sent', { order }, null],
])
