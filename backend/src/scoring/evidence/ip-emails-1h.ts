import { partnersWithin } from '../partners-within.ts'

/** Many shoppers behind one address at once: an office at lunch, or a script. */
export const ipEmails1h = partnersWithin({
  kind: 'ip',
  partner: 'email',
  window: '1h',
  title: 'Many e-mails at one IP address in 1 hour',
  family: 'ip-activity',
  did: 'used this IP address',
  basis: 'judgement: likelihood ratios 1.2, 1.6 and 2.2; offices and mobile networks share addresses',
  points: [
    [4, -3],
    [8, -7],
    [16, -11],
  ],
})
