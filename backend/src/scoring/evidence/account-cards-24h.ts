import { partnersWithin } from '../partners-within.ts'

/** A second card after a refusal is usual. */
export const accountCards24h = partnersWithin({
  kind: 'account',
  partner: 'card',
  window: '24h',
  title: 'Several cards in one account in 24 hours',
  family: 'account-activity',
  did: 'in this account',
  basis: 'judgement: likelihood ratios 1.15, 1.75 and 2.6; a second card after a refusal is usual',
  points: [
    [2, -2],
    [3, -8],
    [4, -14],
  ],
})
