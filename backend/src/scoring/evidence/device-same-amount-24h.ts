import { sameAmountWithin } from '../same-amount-within.ts'

/** A double click happens; a script repeats itself to the cent. */
export const deviceSameAmount24h = sameAmountWithin({
  kind: 'device',
  window: '24h',
  title: 'Amount repeated on one device in 24 hours',
  family: 'device-activity',
  basis: 'judgement: likelihood ratios 1.1, 1.3 and 1.7; shops with one price are held by the learned table',
  points: [
    [1, -1],
    [2, -4],
    [4, -8],
  ],
})
