import { partnersWithin } from '../partners-within.ts'

/** One is usual, a second one happens, a row of them is a pattern. */
export const deviceAddresses7d = partnersWithin({
  kind: 'device',
  partner: 'address',
  window: '7d',
  title: 'Several addresses from one device in 7 days',
  family: 'device-activity',
  did: 'from this device',
  basis: 'judgement: likelihood ratios 1.25 and 1.6',
  points: [
    [3, -3],
    [4, -7],
  ],
})
