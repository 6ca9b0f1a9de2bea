import { partnersWithin } from '../partners-within.ts'

/** Phone and laptop are two. */
export const accountDevices7d = partnersWithin({
  kind: 'account',
  partner: 'device',
  window: '7d',
  title: 'Several devices in one account in 7 days',
  family: 'device-activity',
  did: 'in this account',
  basis: 'judgement: likelihood ratios 1.15 and 1.5; phone and laptop are two',
  points: [
    [3, -2],
    [5, -6],
  ],
})
