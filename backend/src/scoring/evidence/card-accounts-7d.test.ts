import { hours, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardAccounts7d } from './card-accounts-7d.ts'

tableOf(cardAccounts7d, [
  [
    'its own alone',
    {
      partners: { account: 'own' },
      profiles: { card: profileOf([eventAgo(hours, { partners: { account: 'own' } })]) },
    },
    1,
    0,
  ],
  [
    '2 of them',
    { partners: { account: 'own' }, profiles: { card: withPartners(1, 'account', hours) } },
    2,
    -6,
    '2 accounts with this card in 7 days',
  ],
  ['3 of them', { partners: { account: 'own' }, profiles: { card: withPartners(2, 'account', hours) } }, 3, -12],
  ['none was sent', {}, null],
])
