import { amountWithin } from '../amount-within.ts'

/** A stolen card is emptied before it is closed. Low, since good customers buy much too. */
export const cardAmount7d = amountWithin({
  kind: 'card',
  window: '7d',
  title: 'Much ordered with one card in 7 days',
  family: 'card-activity',
  basis: 'judgement: likelihood ratios of 1.15 and 1.41',
  points: [
    [8, -2],
    [20, -5],
  ],
})
