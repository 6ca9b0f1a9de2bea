import { eventAgo, minutes, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailCards24h } from './email-cards-24h.ts'

tableOf(emailCards24h, [
  [
    'its own alone',
    { partners: { card: 'own' }, profiles: { email: profileOf([eventAgo(minutes, { partners: { card: 'own' } })]) } },
    1,
    0,
  ],
  ['2 of them', { partners: { card: 'own' }, profiles: { email: withPartners(1, 'card', minutes) } }, 2, -2],
  [
    '3 of them',
    { partners: { card: 'own' }, profiles: { email: withPartners(2, 'card', minutes) } },
    3,
    -10,
    '3 cards with this e-mail address in 24 hours',
  ],
  ['none was sent', {}, null],
])
