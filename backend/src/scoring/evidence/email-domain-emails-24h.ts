import { partnersWithin } from '../partners-within.ts'

/** Domains made for fraud send in rows. */
export const emailDomainEmails24h = partnersWithin({
  kind: 'email_domain',
  partner: 'email',
  window: '24h',
  title: 'Several e-mails of one domain in 24 hours',
  family: 'domain-activity',
  did: 'of this e-mail domain',
  basis: 'judgement: likelihood ratios 1.25, 1.6 and 2.3; domains made for fraud send in rows',
  points: [
    [4, -3],
    [8, -7],
    [15, -12],
  ],
})
