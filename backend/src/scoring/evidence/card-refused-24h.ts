import { refusedWithin } from '../refused-within.ts'

/** The same card, refused again and again. */
export const cardRefused24h = refusedWithin({
  kind: 'card',
  thing: 'this card',
  window: '24h',
  title: 'Card with refused orders in 24 hours',
  family: 'refusals',
  basis: 'judgement: likelihood ratios 1.15, 1.7 and 2.3',
  points: [
    [1, -2],
    [2, -8],
    [4, -12],
  ],
})
