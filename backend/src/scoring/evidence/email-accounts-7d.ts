import { partnersWithin } from '../partners-within.ts'

/** One is usual, a second one happens, a row of them is a pattern. */
export const emailAccounts7d = partnersWithin({
  kind: 'email',
  partner: 'account',
  window: '7d',
  title: 'Several accounts with one e-mail in 7 days',
  family: 'email-activity',
  did: 'with this e-mail address',
  basis: 'judgement: likelihood ratios 1.25 and 1.6',
  points: [
    [2, -3],
    [3, -7],
  ],
})
