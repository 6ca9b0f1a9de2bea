import { days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailDomainKnownDays } from './email-domain-known-days.ts'

tableOf(emailDomainKnownDays, [
  [
    'the first order',
    { profiles: { email_domain: profileOf([]) } },
    0,
    -2,
    'First order with this e-mail domain in this store',
  ],
  ['known for months', { profiles: { email_domain: profileOf([eventAgo(100 * days)]) } }, 100, 3],
  ['free mail', {}, null],
])
