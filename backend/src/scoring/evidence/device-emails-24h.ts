import { count } from '../evidence.ts'
import { amountOf } from '../wording.ts'

/** E-mail addresses that used this device within a day. Families share a device; rings rotate addresses on one. */
export const deviceEmails24h = count({
  name: 'device.emails_24h',
  code: 'DEVICE_MANY_EMAILS_24H',
  family: 'shared-device',
  scope: 'store',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratios of about 1.3, 2, 3.5 and 5; two people share a device often, four rarely',
  missing: 'no device was recognised, or only doubtfully',
  points: [
    [2, -4],
    [3, -10],
    [4, -18],
    [6, -23],
  ],
  read: (_context, past) => past.device?.distinct('email', '24h') ?? null,
  say: (n) => `${amountOf(n, 'e-mail address', 'e-mail addresses')} used this device in 24 hours`,
})
