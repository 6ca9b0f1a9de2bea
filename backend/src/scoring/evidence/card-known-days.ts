import { knownDays } from '../known-days.ts'

/** A card that paid here before without complaint is likely in the hands of its owner. */
export const cardKnownDays = knownDays({
  kind: 'card',
  thing: 'card',
  family: 'known',
  basis: 'judgement: likelihood ratios 1.2 when new, 0.55 after a year',
  points: [
    [0, -3],
    [1, -1],
    [7, 1],
    [30, 5],
    [90, 7],
    [365, 9],
  ],
})
