import { eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceAmount24h } from './device-amount-24h.ts'

const norms = { amount: { p50: 5_000, p90: 20_000, p99: 50_000 } }
const spent = (amount: number) => profileOf([eventAgo(minutes, { amount }), eventAgo(2 * minutes, { amount })])

tableOf(deviceAmount24h, [
  ['the first order', { norms, profiles: { device: profileOf([]) } }, 0, 0],
  [
    '5 usual orders',
    { norms, profiles: { device: spent(12500) } },
    5,
    -2,
    '5 times a usual order spent with this device in 24 hours',
  ],
  ['10 usual orders', { norms, profiles: { device: spent(25000) } }, 10, -5],
  ['what is usual is not known', { profiles: { device: spent(5_000) } }, null],
  ['not sent', { norms }, null],
])
