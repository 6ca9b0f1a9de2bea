import { eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipAmount24h } from './ip-amount-24h.ts'

const norms = { amount: { p50: 5_000, p90: 20_000, p99: 50_000 } }
const spent = (amount: number) => profileOf([eventAgo(minutes, { amount }), eventAgo(2 * minutes, { amount })])

tableOf(ipAmount24h, [
  ['the first order', { norms, profiles: { ip: profileOf([]) } }, 0, 0],
  [
    '10 usual orders',
    { norms, profiles: { ip: spent(25000) } },
    10,
    -2,
    '10 times a usual order spent with this IP address in 24 hours',
  ],
  ['25 usual orders', { norms, profiles: { ip: spent(62500) } }, 25, -5],
  ['what is usual is not known', { profiles: { ip: spent(5_000) } }, null],
  ['not sent', { norms }, null],
])
