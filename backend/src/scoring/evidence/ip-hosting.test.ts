import { homeIp } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipHosting } from './ip-hosting.ts'

tableOf(ipHosting, [
  [
    'a data centre',
    { order: { ip: { ...homeIp, hosting: true } } },
    true,
    -10,
    'The IP address belongs to a data centre',
  ],
  ['a home', { order: { ip: homeIp } }, false, 0],
  ['seen by the page', { session: { ip: { ...homeIp, hosting: true } } }, true, -10],
  ['nothing was sent', {}, null],
])
