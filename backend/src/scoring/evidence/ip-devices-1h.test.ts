import { minutes, eventAgo, profileOf, withPartners } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipDevices1h } from './ip-devices-1h.ts'

tableOf(ipDevices1h, [
  [
    'its own alone',
    { partners: { device: 'own' }, profiles: { ip: profileOf([eventAgo(minutes, { partners: { device: 'own' } })]) } },
    1,
    0,
  ],
  [
    '4 of them',
    { partners: { device: 'own' }, profiles: { ip: withPartners(3, 'device', minutes) } },
    4,
    -2,
    '4 devices from this IP address in 1 hour',
  ],
  ['8 of them', { partners: { device: 'own' }, profiles: { ip: withPartners(7, 'device', minutes) } }, 8, -5],
  ['none was sent', {}, null],
])
