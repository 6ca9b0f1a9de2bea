import { tableOf } from '../testing/evidence-table.ts'
import { orderAmountRank } from './order-amount-rank.ts'

const amount = { p50: 3_000, p90: 10_000, p99: 40_000 }

tableOf(orderAmountRank, [
  ['below the middle', { order: { amount: 10 }, norms: { amount } }, 0.5, 0],
  [
    'at the top tenth',
    { order: { amount: 10_000 }, norms: { amount } },
    0.9,
    -3,
    'The amount is higher than in 90 % of orders here',
  ],
  [
    'at the top hundredth',
    { order: { amount: 40_000 }, norms: { amount } },
    0.99,
    -9,
    'The amount is higher than in 99 % of orders here',
  ],
  [
    'beyond all',
    { order: { amount: 1e14 }, norms: { amount } },
    0.999,
    -9,
    'The amount is higher than in 99.9 % of orders here',
  ],
  [
    'a store with one price',
    { order: { amount: 5_000 }, norms: { amount: { p50: 5_000, p90: 5_000, p99: 5_000 } } },
    0.5,
    0,
  ],
  ['a store of gifts', { order: { amount: 1 }, norms: { amount: { p50: 0, p90: 0, p99: 0 } } }, 0.99, -9],
  ['too few orders', { order: { amount: 10 } }, null],
])
