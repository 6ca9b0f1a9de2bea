import { amountWithin } from '../amount-within.ts'

/** A stolen card is emptied before it is closed. Low, since good customers buy much too. */
export const ipAmount24h = amountWithin({
  kind: 'ip',
  window: '24h',
  title: 'Much ordered from one IP in 24 hours',
  family: 'ip-activity',
  basis: 'judgement: likelihood ratios of 1.15 and 1.41',
  points: [
    [10, -2],
    [25, -5],
  ],
})
