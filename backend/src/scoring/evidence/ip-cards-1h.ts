import { partnersWithin } from '../partners-within.ts'

/** Card testing from one machine. */
export const ipCards1h = partnersWithin({
  kind: 'ip',
  partner: 'card',
  window: '1h',
  title: 'Many cards at one IP address in 1 hour',
  family: 'ip-activity',
  did: 'used from this IP address',
  basis: 'judgement: likelihood ratios 1.3, 2 and 3',
  points: [
    [4, -4],
    [8, -10],
    [16, -16],
  ],
})
