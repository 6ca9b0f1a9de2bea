import { sameAmountWithin } from '../same-amount-within.ts'

/** A double click happens; a script repeats itself to the cent. */
export const ipSameAmount1h = sameAmountWithin({
  kind: 'ip',
  window: '1h',
  title: 'Amount repeated from one IP in 1 hour',
  family: 'ip-activity',
  basis: 'judgement: likelihood ratios 1.25, 1.6 and 2; shops with one price are held by the learned table',
  points: [
    [2, -3],
    [4, -7],
    [8, -10],
  ],
})
