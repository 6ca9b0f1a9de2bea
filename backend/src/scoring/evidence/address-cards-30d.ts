import { partnersWithin } from '../partners-within.ts'

/** Families have several. */
export const addressCards30d = partnersWithin({
  kind: 'address',
  partner: 'card',
  window: '30d',
  title: 'Several cards at one address in 30 days',
  family: 'address-activity',
  did: 'at this postal address',
  basis: 'judgement: likelihood ratios 1.15, 1.4 and 1.75; families have several',
  points: [
    [3, -2],
    [5, -5],
    [8, -8],
  ],
})
