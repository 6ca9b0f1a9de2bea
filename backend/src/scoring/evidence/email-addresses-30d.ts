import { partnersWithin } from '../partners-within.ts'

/** Drop addresses change quickly; so do the addresses of those who give presents. */
export const emailAddresses30d = partnersWithin({
  kind: 'email',
  partner: 'address',
  window: '30d',
  title: 'Many addresses with one e-mail in 30 days',
  family: 'email-activity',
  did: 'with this e-mail address',
  basis: 'judgement: likelihood ratios 1.15 and 1.5; presents go to several places in December',
  points: [
    [4, -2],
    [7, -6],
  ],
})
