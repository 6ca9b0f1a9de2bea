import { knownDays } from '../known-days.ts'

/** A device that ordered here before. Ids drift, so a new one says next to nothing. */
export const deviceKnownDays = knownDays({
  kind: 'device',
  thing: 'device',
  family: 'device-history',
  basis: 'judgement: likelihood ratios 1.07 when new, 0.7 after three months',
  points: [
    [0, -1],
    [1, 0],
    [7, 1],
    [30, 4],
    [90, 5],
  ],
})
