import { tallyOf } from '../tally-of.ts'

/** What this store stopped. Its own decision is no outcome: worth little, so that a mistake does not feed itself. */
export const emailDeclinedOrders = tallyOf({
  kind: 'email',
  of: 'declined',
  name: 'declined_orders',
  title: 'Orders declined before, same e-mail',
  family: 'declines',
  did: 'that this store declined',
  basis: 'judgement: likelihood ratios 1.15, 1.3 and 1.5; our own declines prove little',
  points: [
    [1, -2],
    [2, -4],
    [4, -6],
  ],
})
