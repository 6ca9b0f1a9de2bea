import { partnersWithin } from '../partners-within.ts'

/** Presents are sent elsewhere. */
export const accountAddresses30d = partnersWithin({
  kind: 'account',
  partner: 'address',
  window: '30d',
  title: 'Several addresses in one account in 30 days',
  family: 'account-activity',
  did: 'in this account',
  basis: 'judgement: likelihood ratios 1.15, 1.3 and 1.6; presents are sent elsewhere',
  points: [
    [3, -2],
    [4, -4],
    [6, -7],
  ],
})
