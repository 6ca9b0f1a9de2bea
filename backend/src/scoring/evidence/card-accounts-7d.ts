import { partnersWithin } from '../partners-within.ts'

/** One is usual, a second one happens, a row of them is a pattern. */
export const cardAccounts7d = partnersWithin({
  kind: 'card',
  partner: 'account',
  window: '7d',
  title: 'Several accounts with one card in 7 days',
  family: 'card-activity',
  did: 'with this card',
  basis: 'judgement: likelihood ratios 1.5 and 2.3',
  points: [
    [2, -6],
    [3, -12],
  ],
})
