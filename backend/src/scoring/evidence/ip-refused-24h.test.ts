import { hours, withRefusals } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipRefused24h } from './ip-refused-24h.ts'

tableOf(ipRefused24h, [
  ['paid ones do not count', { profiles: { ip: withRefusals(0, hours) } }, 0, 0],
  [
    '2 of them',
    { profiles: { ip: withRefusals(2, hours) } },
    2,
    0,
    '2 refused orders with this IP address in 24 hours',
  ],
  [
    '3 of them',
    { profiles: { ip: withRefusals(3, hours) } },
    3,
    -4,
    '3 refused orders with this IP address in 24 hours',
  ],
  ['not sent', {}, null],
])
