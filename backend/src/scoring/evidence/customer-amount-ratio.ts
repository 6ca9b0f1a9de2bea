import { ratio } from '../evidence.ts'
import { times } from '../wording.ts'

/** Against what the same customer usually spends: an account that was taken over buys differently. */
export const customerAmountRatio = ratio({
  name: 'customer.amount_ratio',
  code: 'AMOUNT_UNUSUAL_FOR_CUSTOMER',
  title: 'Much more than the customer usually spends',
  family: 'amount',
  scope: 'store',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratios 1.25 and 1.6',
  missing: 'fewer than three paid orders of this e-mail or account in this currency are known',
  points: [
    [4, -3],
    [8, -7],
  ],
  read: ({ order }, { account, email }) => {
    const usual = account?.usualAmount(order.currency) ?? email?.usualAmount(order.currency) ?? null
    return usual === null ? null : order.amount / Math.max(1, usual)
  },
  say: (n) => `${times(n)} the amount this customer usually spends`,
})
