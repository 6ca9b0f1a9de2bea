import { partnersWithin } from '../partners-within.ts'

/** One is usual, a second one happens, a row of them is a pattern. */
export const ipAccounts1h = partnersWithin({
  kind: 'ip',
  partner: 'account',
  window: '1h',
  title: 'Several accounts from one IP in 1 hour',
  family: 'ip-activity',
  did: 'from this IP address',
  basis: 'judgement: likelihood ratios 1.15, 1.3 and 1.75',
  points: [
    [3, -2],
    [5, -4],
    [8, -8],
  ],
})
