import { knownDays } from '../known-days.ts'

/** New addresses are made in a minute; old ones that were never disputed are worth the most. */
export const emailKnownDays = knownDays({
  kind: 'email',
  thing: 'e-mail address',
  family: 'known',
  basis: 'judgement: likelihood ratios 1.2 when new, 0.6 after a year',
  points: [
    [0, -3],
    [1, -1],
    [7, 1],
    [30, 4],
    [90, 6],
    [365, 8],
  ],
})
