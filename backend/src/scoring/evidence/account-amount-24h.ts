import { amountWithin } from '../amount-within.ts'

/** A stolen card is emptied before it is closed. Low, since good customers buy much too. */
export const accountAmount24h = amountWithin({
  kind: 'account',
  window: '24h',
  title: 'Much ordered in one account in 24 hours',
  family: 'account-activity',
  basis: 'judgement: likelihood ratios of 1.15 and 1.41 and 1.74',
  points: [
    [4, -2],
    [8, -5],
    [15, -8],
  ],
})
