import { now, hours, days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipKnownDays } from './ip-known-days.ts'

tableOf(ipKnownDays, [
  ['the first order', { profiles: { ip: profileOf([]) } }, 0, 0, 'First order with this IP address in this store'],
  [
    'an order this morning',
    { profiles: { ip: profileOf([eventAgo(2 * hours)]) } },
    1,
    0,
    'First order with this IP address was in the last 24 hours',
  ],
  [
    'a month ago',
    { profiles: { ip: profileOf([eventAgo(45 * days), eventAgo(days)]) } },
    45,
    2,
    'First order with this IP address was 45 days ago',
  ],
  [
    'years ago, folded away',
    { profiles: { ip: profileOf([], { foldedOrders: 3, firstSeenAt: now - 800 * days }) } },
    800,
    2,
  ],
  ['only this order', { profiles: { ip: profileOf([eventAgo(days, { orderRef: 'own' })]) } }, 0, 0],
  ['not sent', {}, null],
])
