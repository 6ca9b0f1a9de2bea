import { partnersWithin } from '../partners-within.ts'

/** Couples share a card; sold card data is used by many. */
export const cardEmails7d = partnersWithin({
  kind: 'card',
  partner: 'email',
  window: '7d',
  title: 'Several e-mails with one card in 7 days',
  family: 'card-activity',
  did: 'used this card',
  basis: 'judgement: likelihood ratios 1.3, 2.5 and 4',
  points: [
    [2, -4],
    [3, -13],
    [5, -20],
  ],
})
