import { days, eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceMinutesSince } from './device-minutes-since.ts'

tableOf(deviceMinutesSince, [
  [
    'at once',
    { profiles: { device: profileOf([eventAgo(minutes / 2)]) } },
    0,
    -1,
    'The last order with this device was less than a minute ago',
  ],
  [
    'after an hour',
    { profiles: { device: profileOf([eventAgo(60 * minutes), eventAgo(9 * days)]) } },
    60,
    0,
    'The last order with this device was 60 minutes ago',
  ],
  ['the first order', { profiles: { device: profileOf([]) } }, null],
  ['not sent', {}, null],
])
