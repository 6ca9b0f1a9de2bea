import { partnersWithin } from '../partners-within.ts'

/** One is usual, a second one happens, a row of them is a pattern. */
export const accountEmails30d = partnersWithin({
  kind: 'account',
  partner: 'email',
  window: '30d',
  title: 'Several e-mails in one account in 30 days',
  family: 'account-activity',
  did: 'in this account',
  basis: 'judgement: likelihood ratios 1.2 and 1.5',
  points: [
    [2, -3],
    [3, -6],
  ],
})
