import { minutesSince } from '../minutes-since.ts'

/** Something was forgotten, or something is being tried. */
export const addressMinutesSince = minutesSince({
  kind: 'address',
  title: 'Soon after another order, same address',
  family: 'address-activity',
  basis: 'judgement: likelihood ratio of 1.07 within minutes; the table learns the rest',
  points: [
    [0, -1],
    [5, 0],
  ],
})
