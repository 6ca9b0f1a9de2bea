import { partnersWithin } from '../partners-within.ts'

/** Accounts are opened in rows for vouchers and stolen cards; a couple has two. */
export const deviceAccounts24h = partnersWithin({
  kind: 'device',
  partner: 'account',
  window: '24h',
  title: 'Several accounts on one device in 24 hours',
  family: 'device-activity',
  did: 'used this device',
  basis: 'judgement: likelihood ratios 1.2, 1.6 and 2.1',
  points: [
    [2, -3],
    [3, -7],
    [5, -11],
  ],
})
