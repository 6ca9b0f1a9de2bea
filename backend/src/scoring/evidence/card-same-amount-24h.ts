import { sameAmountWithin } from '../same-amount-within.ts'

/** A double click happens; a script repeats itself to the cent. */
export const cardSameAmount24h = sameAmountWithin({
  kind: 'card',
  window: '24h',
  title: 'Amount repeated with one card in 24 hours',
  family: 'card-activity',
  basis: 'judgement: likelihood ratios 1.1, 1.3 and 1.7; shops with one price are held by the learned table',
  points: [
    [1, -1],
    [2, -4],
    [4, -8],
  ],
})
