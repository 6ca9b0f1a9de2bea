import { partnersWithin } from '../partners-within.ts'

/** One number behind many addresses: codes by text message go to one person. */
export const phoneEmails7d = partnersWithin({
  kind: 'phone',
  partner: 'email',
  window: '7d',
  title: 'Several e-mails with one phone in 7 days',
  family: 'phone-activity',
  did: 'with this phone number',
  basis: 'judgement: likelihood ratios 1.3, 2 and 3',
  points: [
    [2, -4],
    [3, -10],
    [5, -16],
  ],
})
