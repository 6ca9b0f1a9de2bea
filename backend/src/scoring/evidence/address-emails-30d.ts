import { partnersWithin } from '../partners-within.ts'

/** Drop addresses take parcels for many names. So do parcel stations. */
export const addressEmails30d = partnersWithin({
  kind: 'address',
  partner: 'email',
  window: '30d',
  title: 'Many e-mails at one address in 30 days',
  family: 'address-activity',
  did: 'with this postal address',
  basis: 'judgement: likelihood ratios 1.15, 1.4 and 1.7; parcel stations and offices serve many',
  points: [
    [4, -2],
    [8, -5],
    [16, -8],
  ],
})
