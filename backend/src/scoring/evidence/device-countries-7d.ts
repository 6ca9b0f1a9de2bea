import { countriesWithin } from '../countries-within.ts'

/** People move seldom; forwarding addresses are many. */
export const deviceCountries7d = countriesWithin({
  kind: 'device',
  window: '7d',
  title: 'Several countries from one device in 7 days',
  family: 'device-activity',
  basis: 'judgement: likelihood ratios 1.25 and 1.75',
  points: [
    [2, -3],
    [3, -8],
  ],
})
