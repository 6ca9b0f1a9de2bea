import { now, hours, days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailKnownDays } from './email-known-days.ts'

tableOf(emailKnownDays, [
  [
    'the first order',
    { profiles: { email: profileOf([]) } },
    0,
    -3,
    'First order with this e-mail address in this store',
  ],
  [
    'an order this morning',
    { profiles: { email: profileOf([eventAgo(2 * hours)]) } },
    1,
    -1,
    'First order with this e-mail address was in the last 24 hours',
  ],
  [
    'a month ago',
    { profiles: { email: profileOf([eventAgo(45 * days), eventAgo(days)]) } },
    45,
    4,
    'First order with this e-mail address was 45 days ago',
  ],
  [
    'years ago, folded away',
    { profiles: { email: profileOf([], { foldedOrders: 3, firstSeenAt: now - 800 * days }) } },
    800,
    8,
  ],
  ['only this order', { profiles: { email: profileOf([eventAgo(days, { orderRef: 'own' })]) } }, 0, -3],
  ['not sent', {}, null],
])
