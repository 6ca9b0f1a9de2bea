import { days, eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { addressMinutesSince } from './address-minutes-since.ts'

tableOf(addressMinutesSince, [
  [
    'at once',
    { profiles: { address: profileOf([eventAgo(minutes / 2)]) } },
    0,
    -1,
    'The last order with this postal address was less than a minute ago',
  ],
  [
    'after an hour',
    { profiles: { address: profileOf([eventAgo(60 * minutes), eventAgo(9 * days)]) } },
    60,
    0,
    'The last order with this postal address was 60 minutes ago',
  ],
  ['the first order', { profiles: { address: profileOf([]) } }, null],
  ['not sent', {}, null],
])
