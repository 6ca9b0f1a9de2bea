import { eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardAmount7d } from './card-amount-7d.ts'

const norms = { amount: { p50: 5_000, p90: 20_000, p99: 50_000 } }
const spent = (amount: number) => profileOf([eventAgo(minutes, { amount }), eventAgo(2 * minutes, { amount })])

tableOf(cardAmount7d, [
  ['the first order', { norms, profiles: { card: profileOf([]) } }, 0, 0],
  [
    '8 usual orders',
    { norms, profiles: { card: spent(20000) } },
    8,
    -2,
    '8 times a usual order spent with this card in 7 days',
  ],
  ['20 usual orders', { norms, profiles: { card: spent(50000) } }, 20, -5],
  ['what is usual is not known', { profiles: { card: spent(5_000) } }, null],
  ['not sent', { norms }, null],
])
