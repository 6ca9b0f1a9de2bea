import { ratio } from '../evidence.ts'
import { hourOf } from '../habits.ts'

/** How busy the store usually is in this hour of the week. */
export const orderHourRatio = ratio({
  name: 'order.hour_ratio',
  code: 'HOUR_QUIET',
  title: 'Hour of the week when few order here',
  family: 'hour',
  scope: 'store',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 1.4 and 1.15 in the quietest hours',
  missing: 'fewer than 1,000 orders are known',
  points: [
    [0, -5],
    [0.1, -2],
    [0.33, 0],
  ],
  read: ({ now, norms }) => norms.habits?.hours?.[hourOf(now)] ?? null,
  say: (n) => `In this hour of the week ${Math.round(n * 100)} % of an average hour is ordered`,
})
