import { days, withRefusals } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { addressRefused30d } from './address-refused-30d.ts'

tableOf(addressRefused30d, [
  ['paid ones do not count', { profiles: { address: withRefusals(0, days) } }, 0, 0],
  [
    '1 of them',
    { profiles: { address: withRefusals(1, days) } },
    1,
    -4,
    '1 refused order with this postal address in 30 days',
  ],
  [
    '2 of them',
    { profiles: { address: withRefusals(2, days) } },
    2,
    -7,
    '2 refused orders with this postal address in 30 days',
  ],
  ['not sent', {}, null],
])
