import { refusedWithin } from '../refused-within.ts'

/** A limit is reached once; cards are tried often. */
export const emailRefused24h = refusedWithin({
  kind: 'email',
  thing: 'this e-mail address',
  window: '24h',
  title: 'E-mail with refused orders in 24 hours',
  family: 'refusals',
  basis: 'judgement: likelihood ratios 1.15, 1.7 and 3',
  points: [
    [1, -2],
    [2, -8],
    [4, -16],
  ],
})
