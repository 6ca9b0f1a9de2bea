import { countriesWithin } from '../countries-within.ts'

/** People move seldom; forwarding addresses are many. */
export const cardCountries30d = countriesWithin({
  kind: 'card',
  window: '30d',
  title: 'Several countries with one card in 30 days',
  family: 'card-activity',
  basis: 'judgement: likelihood ratios 1.5 and 2.3; few send to two countries within a month',
  points: [
    [2, -6],
    [3, -12],
  ],
})
