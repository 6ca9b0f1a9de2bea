import { days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { accountKnownDays } from './account-known-days.ts'

tableOf(accountKnownDays, [
  ['the first order', { profiles: { account: profileOf([]) } }, 0, -1, 'First order with this account in this store'],
  [
    'a month ago',
    { profiles: { account: profileOf([eventAgo(45 * days)]) } },
    45,
    3,
    'First order with this account was 45 days ago',
  ],
  ['not sent', {}, null],
])
