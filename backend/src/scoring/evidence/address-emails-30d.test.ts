import { days, eventAgo, minutes, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { addressEmails30d } from './address-emails-30d.ts'

tableOf(addressEmails30d, [
  [
    'its own alone',
    {
      partners: { email: 'own' },
      profiles: { address: profileOf([eventAgo(minutes, { partners: { email: 'own' } })]) },
    },
    1,
    0,
  ],
  ['3 of them', { partners: { email: 'own' }, profiles: { address: withPartners(2, 'email', days) } }, 3, 0],
  [
    '8 of them',
    { partners: { email: 'own' }, profiles: { address: withPartners(7, 'email', days) } },
    8,
    -5,
    '8 e-mail addresses with this postal address in 30 days',
  ],
  ['none was sent', {}, null],
])
