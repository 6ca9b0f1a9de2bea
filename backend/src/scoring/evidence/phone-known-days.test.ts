import { now, hours, days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { phoneKnownDays } from './phone-known-days.ts'

tableOf(phoneKnownDays, [
  [
    'the first order',
    { profiles: { phone: profileOf([]) } },
    0,
    -2,
    'First order with this phone number in this store',
  ],
  [
    'an order this morning',
    { profiles: { phone: profileOf([eventAgo(2 * hours)]) } },
    1,
    0,
    'First order with this phone number was in the last 24 hours',
  ],
  [
    'a month ago',
    { profiles: { phone: profileOf([eventAgo(45 * days), eventAgo(days)]) } },
    45,
    3,
    'First order with this phone number was 45 days ago',
  ],
  [
    'years ago, folded away',
    { profiles: { phone: profileOf([], { foldedOrders: 3, firstSeenAt: now - 800 * days }) } },
    800,
    6,
  ],
  ['only this order', { profiles: { phone: profileOf([eventAgo(days, { orderRef: 'own' })]) } }, 0, -2],
  ['not sent', {}, null],
])
