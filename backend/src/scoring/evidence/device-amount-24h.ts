import { amountWithin } from '../amount-within.ts'

/** A stolen card is emptied before it is closed. Low, since good customers buy much too. */
export const deviceAmount24h = amountWithin({
  kind: 'device',
  window: '24h',
  title: 'Much ordered from one device in 24 hours',
  family: 'device-activity',
  basis: 'judgement: likelihood ratios of 1.15 and 1.41',
  points: [
    [5, -2],
    [10, -5],
  ],
})
