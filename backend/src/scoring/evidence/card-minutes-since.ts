import { minutesSince } from '../minutes-since.ts'

/** Something was forgotten, or something is being tried. */
export const cardMinutesSince = minutesSince({
  kind: 'card',
  title: 'Soon after another order, same card',
  family: 'card-activity',
  basis: 'judgement: likelihood ratio of 1.15 within minutes; the table learns the rest',
  points: [
    [0, -2],
    [5, -1],
    [30, 0],
  ],
})
