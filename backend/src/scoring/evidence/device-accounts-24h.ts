import { partnersWithin } from '../partners-within.ts'

/** Accounts are opened in rows for vouchers and stolen cards; a couple has two. */
export const deviceAccounts24h = partnersWithin({
  kind: 'device',
  partner: 'account',
  window: '24h',
  family: 'shared-device',
  did: 'used this device',
  basis: 'judgement: likelihood ratios 1.3, 2.3 and 4',
  points: [
    [2, -4],
    [3, -12],
    [5, -20],
  ],
})
