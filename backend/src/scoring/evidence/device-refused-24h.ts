import { refusedWithin } from '../refused-within.ts'

/** Card testing shows as refusals on one device. */
export const deviceRefused24h = refusedWithin({
  kind: 'device',
  thing: 'this device',
  window: '24h',
  title: 'Device with refused orders in 24 hours',
  family: 'device-activity',
  basis: 'judgement: likelihood ratios 1.15, 1.7 and 3',
  points: [
    [1, -2],
    [2, -8],
    [4, -16],
  ],
})
