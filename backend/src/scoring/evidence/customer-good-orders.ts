import { count } from '../evidence.ts'
import { amountInHistory } from '../wording.ts'

const matureMs = 30 * 86_400_000

/**
 * A known customer: orders old enough for a complaint to have come. Labels and our own declines are not in the history
 * yet, so an old order proves less than it will.
 */
export const customerGoodOrders = count({
  name: 'customer.good_orders',
  code: 'CUSTOMER_KNOWN',
  title: 'Earlier orders without a refusal',
  family: 'known',
  scope: 'store',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 0.75 to 0.5; returning buyers are mostly good',
  missing: 'neither e-mail nor account was sent, or their history could not be read',
  points: [
    [1, 4],
    [2, 6],
    [3, 8],
    [5, 10],
  ],
  read: (_context, { email, account }) =>
    email || account ? Math.max(email?.olderThan(matureMs) ?? 0, account?.olderThan(matureMs) ?? 0) : null,
  say: (n) => `${amountInHistory(n, 'order')} here more than 30 days ago, ${n === 1 ? 'not' : 'none'} refused`,
})
