import { now, hours, days, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { addressKnownDays } from './address-known-days.ts'

tableOf(addressKnownDays, [
  [
    'the first order',
    { profiles: { address: profileOf([]) } },
    0,
    -2,
    'First order with this postal address in this store',
  ],
  [
    'an order this morning',
    { profiles: { address: profileOf([eventAgo(2 * hours)]) } },
    1,
    0,
    'First order with this postal address was in the last 24 hours',
  ],
  [
    'a month ago',
    { profiles: { address: profileOf([eventAgo(45 * days), eventAgo(days)]) } },
    45,
    4,
    'First order with this postal address was 45 days ago',
  ],
  [
    'years ago, folded away',
    { profiles: { address: profileOf([], { foldedOrders: 3, firstSeenAt: now - 800 * days }) } },
    800,
    7,
  ],
  ['only this order', { profiles: { address: profileOf([eventAgo(days, { orderRef: 'own' })]) } }, 0, -2],
  ['not sent', {}, null],
])
