import { days, eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailMinutesSince } from './email-minutes-since.ts'

tableOf(emailMinutesSince, [
  [
    'at once',
    { profiles: { email: profileOf([eventAgo(minutes / 2)]) } },
    0,
    -1,
    'The last order with this e-mail address was less than a minute ago',
  ],
  [
    'after an hour',
    { profiles: { email: profileOf([eventAgo(60 * minutes), eventAgo(9 * days)]) } },
    60,
    0,
    'The last order with this e-mail address was 60 minutes ago',
  ],
  ['the first order', { profiles: { email: profileOf([]) } }, null],
  ['not sent', {}, null],
])
