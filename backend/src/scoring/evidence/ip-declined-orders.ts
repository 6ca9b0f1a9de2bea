import { tallyOf } from '../tally-of.ts'

/** What this store stopped. Its own decision is no outcome: worth little, so that a mistake does not feed itself. */
export const ipDeclinedOrders = tallyOf({
  kind: 'ip',
  of: 'declined',
  name: 'declined_orders',
  title: 'Orders declined before, same IP address',
  family: 'declines',
  did: 'that this store declined',
  basis: 'judgement: likelihood ratios 1.15 and 1.3; many share an address',
  points: [
    [2, -2],
    [5, -4],
  ],
})
