import { flag } from '../evidence.ts'

/** The name on the bill and on the parcel. */
export const orderSameName = flag({
  name: 'order.same_name',
  code: 'NAME_DIFFERS',
  goodCode: 'NAME_MATCH',
  title: 'Different billing and shipping names',
  goodTitle: 'Same billing and shipping name',
  family: 'delivery',
  scope: 'order',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 0.93 and 1.25',
  missing: 'one of the two names was not sent',
  points: { yes: 1, no: -3 },
  read: ({ order }) => order.sameName,
  say: (same) => (same ? 'Billing and shipping names are the same' : 'Billing and shipping names differ'),
})
