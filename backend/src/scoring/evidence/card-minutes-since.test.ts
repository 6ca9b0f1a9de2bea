import { days, eventAgo, minutes, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardMinutesSince } from './card-minutes-since.ts'

tableOf(cardMinutesSince, [
  [
    'at once',
    { profiles: { card: profileOf([eventAgo(minutes / 2)]) } },
    0,
    -2,
    'The last order with this card was less than a minute ago',
  ],
  [
    'after an hour',
    { profiles: { card: profileOf([eventAgo(60 * minutes), eventAgo(9 * days)]) } },
    60,
    0,
    'The last order with this card was 60 minutes ago',
  ],
  ['the first order', { profiles: { card: profileOf([]) } }, null],
  ['not sent', {}, null],
])
