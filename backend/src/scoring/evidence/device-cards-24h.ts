import { partnersWithin } from '../partners-within.ts'

/** Most people have two cards. Stolen ones are tried one after the other. */
export const deviceCards24h = partnersWithin({
  kind: 'device',
  partner: 'card',
  window: '24h',
  family: 'shared-device',
  did: 'were used on this device',
  basis: 'judgement: likelihood ratios 1.15, 1.9, 3.2 and 4.6; card testing goes through many cards',
  points: [
    [2, -2],
    [3, -9],
    [4, -17],
    [6, -22],
  ],
})
