import { knownDays } from '../known-days.ts'

/** A door that was delivered to before. New ones are mostly just new customers. */
export const addressKnownDays = knownDays({
  kind: 'address',
  thing: 'postal address',
  family: 'known',
  basis: 'judgement: likelihood ratios 1.15 when new, 0.6 after a year',
  points: [
    [0, -2],
    [1, 0],
    [30, 4],
    [90, 6],
    [365, 7],
  ],
})
