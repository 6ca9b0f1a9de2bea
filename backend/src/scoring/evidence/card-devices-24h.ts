import { partnersWithin } from '../partners-within.ts'

/** A card on several devices within a day. */
export const cardDevices24h = partnersWithin({
  kind: 'card',
  partner: 'device',
  window: '24h',
  title: 'Several devices with one card in 24 hours',
  family: 'device-activity',
  did: 'used this card',
  basis: 'judgement: likelihood ratios 1.3 and 1.7; counted as device evidence, since ids drift',
  points: [
    [3, -4],
    [5, -8],
  ],
})
