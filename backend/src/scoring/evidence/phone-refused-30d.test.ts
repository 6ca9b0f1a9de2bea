import { days, withRefusals } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { phoneRefused30d } from './phone-refused-30d.ts'

tableOf(phoneRefused30d, [
  ['paid ones do not count', { profiles: { phone: withRefusals(0, days) } }, 0, 0],
  [
    '1 of them',
    { profiles: { phone: withRefusals(1, days) } },
    1,
    -5,
    '1 refused order with this phone number in 30 days',
  ],
  [
    '3 of them',
    { profiles: { phone: withRefusals(3, days) } },
    3,
    -10,
    '3 refused orders with this phone number in 30 days',
  ],
  ['not sent', {}, null],
])
