import { partnersWithin } from '../partners-within.ts'

/** Families share a device; rings rotate addresses on one. */
export const deviceEmails24h = partnersWithin({
  kind: 'device',
  partner: 'email',
  window: '24h',
  title: 'Several e-mails on one device in 24 hours',
  family: 'device-activity',
  did: 'used this device',
  basis: 'judgement: likelihood ratios 1.3, 1.9, 2.6 and 3.5; two people share a device often, four rarely',
  points: [
    [2, -4],
    [3, -9],
    [4, -14],
    [6, -18],
  ],
})
