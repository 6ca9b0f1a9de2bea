import { partnersWithin } from '../partners-within.ts'

/** One is usual, a second one happens, a row of them is a pattern. */
export const phoneAccounts30d = partnersWithin({
  kind: 'phone',
  partner: 'account',
  window: '30d',
  title: 'Several accounts with one phone in 30 days',
  family: 'phone-activity',
  did: 'with this phone number',
  basis: 'judgement: likelihood ratios 1.15 and 1.5',
  points: [
    [2, -2],
    [3, -6],
  ],
})
