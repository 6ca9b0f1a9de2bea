import { partnersWithin } from '../partners-within.ts'

/** Most people have two cards. Stolen ones are tried one after the other. */
export const deviceCards24h = partnersWithin({
  kind: 'device',
  partner: 'card',
  window: '24h',
  title: 'Several cards on one device in 24 hours',
  family: 'device-activity',
  did: 'used on this device',
  basis: 'judgement: likelihood ratios 1.15, 1.6, 2.1 and 2.6; card testing goes through many cards',
  points: [
    [2, -2],
    [3, -7],
    [4, -11],
    [6, -14],
  ],
})
