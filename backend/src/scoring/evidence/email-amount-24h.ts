import { amountWithin } from '../amount-within.ts'

/** A stolen card is emptied before it is closed. Low, since good customers buy much too. */
export const emailAmount24h = amountWithin({
  kind: 'email',
  window: '24h',
  title: 'Much ordered with one e-mail in 24 hours',
  family: 'email-activity',
  basis: 'judgement: likelihood ratios of 1.15 and 1.41 and 1.74',
  points: [
    [4, -2],
    [8, -5],
    [15, -8],
  ],
})
