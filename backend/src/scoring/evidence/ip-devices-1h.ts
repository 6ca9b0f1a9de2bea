import { partnersWithin } from '../partners-within.ts'

/** Homes and offices have several. */
export const ipDevices1h = partnersWithin({
  kind: 'ip',
  partner: 'device',
  window: '1h',
  title: 'Several devices from one IP in 1 hour',
  family: 'device-activity',
  did: 'from this IP address',
  basis: 'judgement: likelihood ratios 1.15 and 1.4; homes and offices have several',
  points: [
    [4, -2],
    [8, -5],
  ],
})
