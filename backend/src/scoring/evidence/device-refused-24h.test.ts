import { hours, withRefusals } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceRefused24h } from './device-refused-24h.ts'

tableOf(deviceRefused24h, [
  ['paid ones do not count', { profiles: { device: withRefusals(0, hours) } }, 0, 0],
  [
    '2 of them',
    { profiles: { device: withRefusals(2, hours) } },
    2,
    -8,
    '2 refused orders with this device in 24 hours',
  ],
  ['not sent', {}, null],
])
