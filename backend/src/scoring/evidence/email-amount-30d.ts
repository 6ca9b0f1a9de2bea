import { amountWithin } from '../amount-within.ts'

/** A stolen card is emptied before it is closed. Low, since good customers buy much too. */
export const emailAmount30d = amountWithin({
  kind: 'email',
  window: '30d',
  title: 'Much ordered with one e-mail in 30 days',
  family: 'email-activity',
  basis: 'judgement: likelihood ratios of 1.07 and 1.23',
  points: [
    [15, -1],
    [40, -3],
  ],
})
