import { countriesWithin } from '../countries-within.ts'

/** People move seldom; forwarding addresses are many. */
export const ipCountries24h = countriesWithin({
  kind: 'ip',
  window: '24h',
  title: 'Several countries from one IP in 24 hours',
  family: 'ip-activity',
  basis: 'judgement: likelihood ratios 1.25 and 1.75',
  points: [
    [3, -3],
    [5, -8],
  ],
})
