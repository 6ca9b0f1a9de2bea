import { eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardAmount24h } from './card-amount-24h.ts'

const norms = { amount: { p50: 5_000, p90: 20_000, p99: 50_000 } }
const spent = (amount: number) => profileOf([eventAgo(minutes, { amount }), eventAgo(2 * minutes, { amount })])

tableOf(cardAmount24h, [
  ['the first order', { norms, profiles: { card: profileOf([]) } }, 0, 0],
  [
    '4 usual orders',
    { norms, profiles: { card: spent(10000) } },
    4,
    -2,
    '4 times a usual order spent with this card in 24 hours',
  ],
  ['8 usual orders', { norms, profiles: { card: spent(20000) } }, 8, -5],
  ['what is usual is not known', { profiles: { card: spent(5_000) } }, null],
  ['not sent', { norms }, null],
])
