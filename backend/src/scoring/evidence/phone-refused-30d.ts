import { refusedWithin } from '../refused-within.ts'

/** Refusals at the door and at the till, by number. */
export const phoneRefused30d = refusedWithin({
  kind: 'phone',
  thing: 'this phone number',
  window: '30d',
  title: 'Phone with refused orders in 30 days',
  family: 'refusals',
  basis: 'judgement: likelihood ratios 1.4 and 2; parcels refused at the door come back from the same people',
  points: [
    [1, -5],
    [2, -10],
  ],
})
