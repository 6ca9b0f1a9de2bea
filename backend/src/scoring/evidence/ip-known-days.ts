import { knownDays } from '../known-days.ts'

/** Addresses are handed around within days, so an old one is worth little and a new one nothing. */
export const ipKnownDays = knownDays({
  kind: 'ip',
  thing: 'IP address',
  family: 'known',
  basis: 'judgement: likelihood ratio 0.85 after a month',
  points: [
    [0, 0],
    [30, 2],
  ],
})
