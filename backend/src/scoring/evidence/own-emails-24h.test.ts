import { minutes, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ownEmails24h } from './own-emails-24h.ts'

tableOf(ownEmails24h, [
  ['none', { customProfiles: { coupon: profileOf([]) } }, 0, 0],
  [
    'a coupon that spreads',
    { customProfiles: { coupon: withPartners(20, 'email', minutes) } },
    20,
    -2,
    '20 e-mail addresses with an identifier of yours in 24 hours',
  ],
  ['none is declared', {}, null],
])
