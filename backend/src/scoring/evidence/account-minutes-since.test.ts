import { days, eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { accountMinutesSince } from './account-minutes-since.ts'

tableOf(accountMinutesSince, [
  [
    'at once',
    { profiles: { account: profileOf([eventAgo(minutes / 2)]) } },
    0,
    -1,
    'The last order with this account was less than a minute ago',
  ],
  [
    'after an hour',
    { profiles: { account: profileOf([eventAgo(60 * minutes), eventAgo(9 * days)]) } },
    60,
    0,
    'The last order with this account was 60 minutes ago',
  ],
  ['the first order', { profiles: { account: profileOf([]) } }, null],
  ['not sent', {}, null],
])
