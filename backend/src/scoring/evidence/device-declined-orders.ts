import { tallyOf } from '../tally-of.ts'

/** What this store stopped. Its own decision is no outcome: worth little, so that a mistake does not feed itself. */
export const deviceDeclinedOrders = tallyOf({
  kind: 'device',
  of: 'declined',
  name: 'declined_orders',
  title: 'Orders declined before, same device',
  family: 'device-outcomes',
  did: 'that this store declined',
  basis: 'judgement: likelihood ratios 1.15, 1.3 and 1.5; our own declines prove little',
  points: [
    [1, -2],
    [2, -4],
    [4, -6],
  ],
})
