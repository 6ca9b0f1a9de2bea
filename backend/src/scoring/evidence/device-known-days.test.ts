import { now, hours, days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceKnownDays } from './device-known-days.ts'

tableOf(deviceKnownDays, [
  ['the first order', { profiles: { device: profileOf([]) } }, 0, -1, 'First order with this device in this store'],
  [
    'an order this morning',
    { profiles: { device: profileOf([eventAgo(2 * hours)]) } },
    1,
    0,
    'First order with this device was in the last 24 hours',
  ],
  [
    'a month ago',
    { profiles: { device: profileOf([eventAgo(45 * days), eventAgo(days)]) } },
    45,
    4,
    'First order with this device was 45 days ago',
  ],
  [
    'years ago, folded away',
    { profiles: { device: profileOf([], { foldedOrders: 3, firstSeenAt: now - 800 * days }) } },
    800,
    5,
  ],
  ['only this order', { profiles: { device: profileOf([eventAgo(days, { orderRef: 'own' })]) } }, 0, -1],
  ['not sent', {}, null],
  [
    'a device that is only perhaps this one',
    {
      session: { device: { confidence: 0.5, firstSeenAt: now, matched: 'fuzzy' } },
      profiles: { device: profileOf([eventAgo(45 * days)]) },
    },
    null,
  ],
])
