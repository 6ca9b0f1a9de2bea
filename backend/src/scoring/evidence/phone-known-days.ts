import { knownDays } from '../known-days.ts'

/** Numbers change hands rarely and cost something. */
export const phoneKnownDays = knownDays({
  kind: 'phone',
  thing: 'phone number',
  family: 'known',
  basis: 'judgement: likelihood ratios 1.15 when new, 0.65 after a year',
  points: [
    [0, -2],
    [1, 0],
    [30, 3],
    [90, 5],
    [365, 6],
  ],
})
