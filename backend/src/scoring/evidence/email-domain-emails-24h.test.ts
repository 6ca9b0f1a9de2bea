import { minutes, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailDomainEmails24h } from './email-domain-emails-24h.ts'

tableOf(emailDomainEmails24h, [
  [
    'its own alone',
    {
      partners: { email: 'own' },
      profiles: { email_domain: profileOf([eventAgo(minutes, { partners: { email: 'own' } })]) },
    },
    1,
    0,
  ],
  [
    '4 of them',
    { partners: { email: 'own' }, profiles: { email_domain: withPartners(3, 'email', minutes) } },
    4,
    -3,
    '4 e-mail addresses of this e-mail domain in 24 hours',
  ],
  [
    '15 of them',
    { partners: { email: 'own' }, profiles: { email_domain: withPartners(14, 'email', minutes) } },
    15,
    -12,
  ],
  ['none was sent', {}, null],
])
