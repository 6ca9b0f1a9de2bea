import { days } from '../evidence.ts'
import { daysAgo } from '../wording.ts'

/** Age of the customer account as the store tells it. Stolen goods are bought with fresh accounts, or stolen old ones. */
export const accountAgeDays = days({
  name: 'account.age_days',
  code: 'ACCOUNT_NEW',
  goodCode: 'ACCOUNT_OLD',
  title: 'New customer account',
  goodTitle: 'Long-standing customer account',
  family: 'known',
  scope: 'order',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 1.3 on the first day, 0.65 after a year',
  missing: 'the shopper has no account, or the store did not say how old it is',
  points: [
    [0, -4],
    [1, -2],
    [7, 0],
    [30, 2],
    [180, 4],
    [365, 6],
  ],
  read: ({ order }) => (order.accountAgeDays === null ? null : Math.max(0, Math.floor(order.accountAgeDays))),
  say: (age) => `The account was opened ${daysAgo(age)}`,
})
