import { refusedWithin } from '../refused-within.ts'

/** Refusals at the door and at the till, by address. */
export const addressRefused30d = refusedWithin({
  kind: 'address',
  thing: 'this postal address',
  window: '30d',
  title: 'Address with refused orders in 30 days',
  family: 'refusals',
  basis: 'judgement: likelihood ratios 1.3 and 1.6; several people may live there',
  points: [
    [1, -4],
    [2, -7],
  ],
})
