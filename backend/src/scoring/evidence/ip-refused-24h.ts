import { refusedWithin } from '../refused-within.ts'

/** Card testing shows as refusals from one address. */
export const ipRefused24h = refusedWithin({
  kind: 'ip',
  thing: 'this IP address',
  window: '24h',
  title: 'IP address with refused orders in 24 hours',
  family: 'refusals',
  basis: 'judgement: likelihood ratios 1.3, 2 and 3; shared addresses collect refusals of strangers',
  points: [
    [3, -4],
    [6, -10],
    [12, -16],
  ],
})
