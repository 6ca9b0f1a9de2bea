import { countriesWithin } from '../countries-within.ts'

/** People move seldom; forwarding addresses are many. */
export const emailCountries30d = countriesWithin({
  kind: 'email',
  window: '30d',
  title: 'Several countries with one e-mail in 30 days',
  family: 'email-activity',
  basis: 'judgement: likelihood ratios 1.25 and 1.75',
  points: [
    [2, -3],
    [3, -8],
  ],
})
