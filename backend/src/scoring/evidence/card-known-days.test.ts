import { now, hours, days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { cardKnownDays } from './card-known-days.ts'

tableOf(cardKnownDays, [
  ['the first order', { profiles: { card: profileOf([]) } }, 0, -3, 'First order with this card in this store'],
  [
    'an order this morning',
    { profiles: { card: profileOf([eventAgo(2 * hours)]) } },
    1,
    -1,
    'First order with this card was in the last 24 hours',
  ],
  [
    'a month ago',
    { profiles: { card: profileOf([eventAgo(45 * days), eventAgo(days)]) } },
    45,
    5,
    'First order with this card was 45 days ago',
  ],
  [
    'years ago, folded away',
    { profiles: { card: profileOf([], { foldedOrders: 3, firstSeenAt: now - 800 * days }) } },
    800,
    9,
  ],
  ['only this order', { profiles: { card: profileOf([eventAgo(days, { orderRef: 'own' })]) } }, 0, -3],
  ['not sent', {}, null],
])
