import { tableOf } from '../testing/evidence-table.ts'
import { orderAmountRatio } from './order-amount-ratio.ts'

const norms = { amount: { p50: 5_000, p90: 20_000, p99: 50_000 } }

tableOf(orderAmountRatio, [
  ['a usual order', { norms, order: { amount: 5_000 } }, 1, 0, '1 time the amount of a usual order here'],
  ['twelve of them', { norms, order: { amount: 60_000 } }, 12, -4, '12 times the amount of a usual order here'],
  ['a test', { norms, order: { amount: 100 } }, 0.02, 0],
  ['too few orders', { order: { amount: 100 } }, null],
])
