import { partnersWithin } from '../partners-within.ts'

/** A second card after a refusal is usual, a fourth is not. */
export const emailCards24h = partnersWithin({
  kind: 'email',
  partner: 'card',
  window: '24h',
  title: 'Several cards with one e-mail in 24 hours',
  family: 'email-activity',
  did: 'with this e-mail address',
  basis: 'judgement: likelihood ratios 1.15, 2 and 3.5',
  points: [
    [2, -2],
    [3, -10],
    [4, -18],
  ],
})
