import { count } from '../evidence.ts'
import { amountOf } from '../wording.ts'

/** Components the page could not gather. Careful browsers hide some; tools that fake a device hide most. */
export const deviceHiddenParts = count({
  name: 'device.hidden_parts',
  code: 'DEVICE_HIDDEN_PARTS',
  title: 'Browser that hides its details',
  family: 'hidden-device',
  scope: 'device',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratios 1.15 and 1.5; hardened browsers hide several',
  missing: 'no session was found, or the shopper asked for the strictly necessary list',
  points: [
    [8, -2],
    [16, -6],
  ],
  read: ({ session }) => (session.state === 'found' && !session.reduced ? session.missingComponents : null),
  say: (n) => `The browser held back ${amountOf(n, 'detail')} about the device`,
})
