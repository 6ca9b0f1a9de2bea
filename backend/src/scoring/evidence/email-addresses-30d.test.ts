import { days, eventAgo, minutes, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailAddresses30d } from './email-addresses-30d.ts'

tableOf(emailAddresses30d, [
  [
    'its own alone',
    {
      partners: { address: 'own' },
      profiles: { email: profileOf([eventAgo(minutes, { partners: { address: 'own' } })]) },
    },
    1,
    0,
  ],
  ['3 of them', { partners: { address: 'own' }, profiles: { email: withPartners(2, 'address', days) } }, 3, 0],
  [
    '4 of them',
    { partners: { address: 'own' }, profiles: { email: withPartners(3, 'address', days) } },
    4,
    -2,
    '4 postal addresses with this e-mail address in 30 days',
  ],
  ['none was sent', {}, null],
])
