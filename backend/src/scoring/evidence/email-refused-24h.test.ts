import { hours, withRefusals } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { emailRefused24h } from './email-refused-24h.ts'

tableOf(emailRefused24h, [
  ['paid ones do not count', { profiles: { email: withRefusals(0, hours) } }, 0, 0],
  [
    '1 of them',
    { profiles: { email: withRefusals(1, hours) } },
    1,
    -2,
    '1 refused order with this e-mail address in 24 hours',
  ],
  [
    '4 of them',
    { profiles: { email: withRefusals(4, hours) } },
    4,
    -16,
    '4 refused orders with this e-mail address in 24 hours',
  ],
  ['not sent', {}, null],
])
