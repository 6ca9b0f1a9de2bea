import { minutes, eventAgo, profileOf } from '../testing/contexts.ts'
import { tableOf } from '../testing/evidence-table.ts'
import { deviceAccounts24h } from './device-accounts-24h.ts'

/** Orders with this many partners besides the own one, the last of them twice. */
const partnersOf = (n: number) =>
  profileOf(
    [...Array(n).keys(), n - 1].map((k) => eventAgo((k + 1) * minutes, { partners: { account: `other-${k}` } })),
  )

tableOf(deviceAccounts24h, [
  [
    'its own alone',
    {
      partners: { account: 'own' },
      profiles: { device: profileOf([eventAgo(minutes, { partners: { account: 'own' } })]) },
    },
    1,
    0,
  ],
  [
    '3 of them',
    { partners: { account: 'own' }, profiles: { device: partnersOf(2) } },
    3,
    -12,
    '3 accounts used this device in 24 hours',
  ],
  ['none was sent', {}, null],
])
