import { eventAgo, minutes, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipEmails1h } from './ip-emails-1h.ts'

tableOf(ipEmails1h, [
  [
    'its own alone',
    { partners: { email: 'own' }, profiles: { ip: profileOf([eventAgo(minutes, { partners: { email: 'own' } })]) } },
    1,
    0,
  ],
  ['3 of them', { partners: { email: 'own' }, profiles: { ip: withPartners(2, 'email', minutes) } }, 3, 0],
  [
    '8 of them',
    { partners: { email: 'own' }, profiles: { ip: withPartners(7, 'email', minutes) } },
    8,
    -7,
    '8 e-mail addresses used this IP address in 1 hour',
  ],
  ['none was sent', {}, null],
])
