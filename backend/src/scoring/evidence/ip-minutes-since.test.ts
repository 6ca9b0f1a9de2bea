import { days, eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipMinutesSince } from './ip-minutes-since.ts'

tableOf(ipMinutesSince, [
  [
    'at once',
    { profiles: { ip: profileOf([eventAgo(minutes / 2)]) } },
    0,
    -1,
    'The last order with this IP address was less than a minute ago',
  ],
  [
    'after an hour',
    { profiles: { ip: profileOf([eventAgo(60 * minutes), eventAgo(9 * days)]) } },
    60,
    0,
    'The last order with this IP address was 60 minutes ago',
  ],
  ['the first order', { profiles: { ip: profileOf([]) } }, null],
  ['not sent', {}, null],
])
