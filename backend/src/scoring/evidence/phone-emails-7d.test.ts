import { eventAgo, hours, minutes, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { phoneEmails7d } from './phone-emails-7d.ts'

tableOf(phoneEmails7d, [
  [
    'its own alone',
    { partners: { email: 'own' }, profiles: { phone: profileOf([eventAgo(minutes, { partners: { email: 'own' } })]) } },
    1,
    0,
  ],
  ['2 of them', { partners: { email: 'own' }, profiles: { phone: withPartners(1, 'email', hours) } }, 2, -4],
  [
    '3 of them',
    { partners: { email: 'own' }, profiles: { phone: withPartners(2, 'email', hours) } },
    3,
    -10,
    '3 e-mail addresses with this phone number in 7 days',
  ],
  ['none was sent', {}, null],
])
