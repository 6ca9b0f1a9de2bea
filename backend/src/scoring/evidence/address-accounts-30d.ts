import { partnersWithin } from '../partners-within.ts'

/** One is usual, a second one happens, a row of them is a pattern. */
export const addressAccounts30d = partnersWithin({
  kind: 'address',
  partner: 'account',
  window: '30d',
  title: 'Several accounts at one address in 30 days',
  family: 'address-activity',
  did: 'at this postal address',
  basis: 'judgement: likelihood ratios 1.15 and 1.3',
  points: [
    [3, -2],
    [5, -4],
  ],
})
