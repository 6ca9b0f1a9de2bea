import { count } from '../evidence.ts'
import { amountInHistory } from '../wording.ts'

const matureMs = 30 * 86_400_000

/** A known customer: orders that were not refused and are old enough for a complaint to have come. */
export const customerGoodOrders = count({
  name: 'customer.good_orders',
  code: 'CUSTOMER_KNOWN',
  family: 'known',
  scope: 'store',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 0.6 to 0.4; returning buyers are mostly good (docs/evidence.md)',
  missing: 'neither e-mail nor account was sent, or their history could not be read',
  points: [
    [1, 6],
    [2, 9],
    [3, 11],
    [5, 13],
  ],
  read: (_context, { email, account }) =>
    email || account ? Math.max(email?.olderThan(matureMs) ?? 0, account?.olderThan(matureMs) ?? 0) : null,
  say: (n) => `${amountInHistory(n, 'order')} more than 30 days ago without complaint`,
})
