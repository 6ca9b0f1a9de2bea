import { flag } from '../evidence.ts'

/** Goods that go where the bill goes are of little use to somebody else. Presents go elsewhere, too. */
export const orderSameAddress = flag({
  name: 'order.same_address',
  code: 'ADDRESS_DIFFERS',
  goodCode: 'ADDRESS_MATCH',
  title: 'Different billing and shipping addresses',
  goodTitle: 'Same billing and shipping address',
  family: 'delivery',
  scope: 'order',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 0.66 and 1.25; most honest parcels go to the billing address',
  missing: 'one of the two addresses was not sent',
  points: { yes: 6, no: -3 },
  read: ({ order }) => order.sameAddress,
  say: (same) => (same ? 'Billing and shipping addresses are the same' : 'Billing and shipping addresses differ'),
})
