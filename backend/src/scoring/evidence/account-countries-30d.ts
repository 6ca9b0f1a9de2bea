import { countriesWithin } from '../countries-within.ts'

/** People move seldom; forwarding addresses are many. */
export const accountCountries30d = countriesWithin({
  kind: 'account',
  window: '30d',
  title: 'Several countries in one account in 30 days',
  family: 'account-activity',
  basis: 'judgement: likelihood ratios 1.25 and 1.75',
  points: [
    [2, -3],
    [3, -8],
  ],
})
