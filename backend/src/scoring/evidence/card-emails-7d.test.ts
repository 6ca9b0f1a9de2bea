import { eventAgo, hours, minutes, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardEmails7d } from './card-emails-7d.ts'

tableOf(cardEmails7d, [
  [
    'its own alone',
    { partners: { email: 'own' }, profiles: { card: profileOf([eventAgo(minutes, { partners: { email: 'own' } })]) } },
    1,
    0,
  ],
  ['2 of them', { partners: { email: 'own' }, profiles: { card: withPartners(1, 'email', hours) } }, 2, -4],
  [
    '3 of them',
    { partners: { email: 'own' }, profiles: { card: withPartners(2, 'email', hours) } },
    3,
    -13,
    '3 e-mail addresses used this card in 7 days',
  ],
  ['none was sent', {}, null],
])
