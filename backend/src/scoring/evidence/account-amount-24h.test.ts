import { eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { accountAmount24h } from './account-amount-24h.ts'

const norms = { amount: { p50: 5_000, p90: 20_000, p99: 50_000 } }
const spent = (amount: number) => profileOf([eventAgo(minutes, { amount }), eventAgo(2 * minutes, { amount })])

tableOf(accountAmount24h, [
  ['the first order', { norms, profiles: { account: profileOf([]) } }, 0, 0],
  [
    '4 usual orders',
    { norms, profiles: { account: spent(10000) } },
    4,
    -2,
    '4 times a usual order spent with this account in 24 hours',
  ],
  ['8 usual orders', { norms, profiles: { account: spent(20000) } }, 8, -5],
  ['what is usual is not known', { profiles: { account: spent(5_000) } }, null],
  ['not sent', { norms }, null],
])
