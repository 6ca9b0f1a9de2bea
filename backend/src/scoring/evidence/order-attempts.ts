import { count } from '../evidence.ts'
import { amountOf } from '../wording.ts'

/** How often this very order was tried before. A mistyped code makes one more attempt, testing makes many. */
export const orderAttempts = count({
  name: 'order.attempts',
  code: 'ORDER_ATTEMPTS',
  title: 'Earlier attempts at the same order',
  family: 'attempts',
  scope: 'store',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratios 1.1, 1.5, 2 and 2.5',
  missing: 'earlier attempts could not be read',
  points: [
    [1, -1],
    [2, -6],
    [3, -10],
    [5, -13],
  ],
  read: ({ attempts, unavailable }) => (unavailable.includes('attempts') ? null : attempts.length),
  say: (n) => `${amountOf(n, 'earlier attempt')} at this order`,
})
