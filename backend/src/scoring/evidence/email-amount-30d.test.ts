import { eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailAmount30d } from './email-amount-30d.ts'

const norms = { amount: { p50: 5_000, p90: 20_000, p99: 50_000 } }
const spent = (amount: number) => profileOf([eventAgo(minutes, { amount }), eventAgo(2 * minutes, { amount })])

tableOf(emailAmount30d, [
  ['the first order', { norms, profiles: { email: profileOf([]) } }, 0, 0],
  [
    '15 usual orders',
    { norms, profiles: { email: spent(37500) } },
    15,
    -1,
    '15 times a usual order spent with this e-mail address in 30 days',
  ],
  ['40 usual orders', { norms, profiles: { email: spent(100000) } }, 40, -3],
  ['what is usual is not known', { profiles: { email: spent(5_000) } }, null],
  ['not sent', { norms }, null],
])
