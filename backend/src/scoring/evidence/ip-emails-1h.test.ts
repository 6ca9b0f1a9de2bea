import { minutes, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { ipEmails1h } from './ip-emails-1h.ts'

/** Orders with this many partners besides the own one, the last of them twice. */
const partnersOf = (n: number) =>
  profileOf([...Array(n).keys(), n - 1].map((k) => eventAgo((k + 1) * minutes, { partners: { email: `other-${k}` } })))

tableOf(ipEmails1h, [
  [
    'its own alone',
    { partners: { email: 'own' }, profiles: { ip: profileOf([eventAgo(minutes, { partners: { email: 'own' } })]) } },
    1,
    0,
  ],
  ['3 of them', { partners: { email: 'own' }, profiles: { ip: partnersOf(2) } }, 3, 0],
  [
    '8 of them',
    { partners: { email: 'own' }, profiles: { ip: partnersOf(7) } },
    8,
    -7,
    '8 e-mail addresses came from this IP address in 1 hour',
  ],
  ['none was sent', {}, null],
])
