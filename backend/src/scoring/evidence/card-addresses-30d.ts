import { partnersWithin } from '../partners-within.ts'

/** One is usual, a second one happens, a row of them is a pattern. */
export const cardAddresses30d = partnersWithin({
  kind: 'card',
  partner: 'address',
  window: '30d',
  title: 'Several addresses with one card in 30 days',
  family: 'card-activity',
  did: 'with this card',
  basis: 'judgement: likelihood ratios 1.25, 1.5 and 2',
  points: [
    [3, -3],
    [4, -6],
    [6, -10],
  ],
})
