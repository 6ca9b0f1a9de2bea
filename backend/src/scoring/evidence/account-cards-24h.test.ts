import { minutes, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { accountCards24h } from './account-cards-24h.ts'

tableOf(accountCards24h, [
  [
    'its own alone',
    { partners: { card: 'own' }, profiles: { account: profileOf([eventAgo(minutes, { partners: { card: 'own' } })]) } },
    1,
    0,
  ],
  [
    '2 of them',
    { partners: { card: 'own' }, profiles: { account: withPartners(1, 'card', minutes) } },
    2,
    -2,
    '2 cards in this account in 24 hours',
  ],
  ['4 of them', { partners: { card: 'own' }, profiles: { account: withPartners(3, 'card', minutes) } }, 4, -14],
  ['none was sent', {}, null],
])
