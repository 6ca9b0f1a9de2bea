import { minutesSince } from '../minutes-since.ts'

/** Something was forgotten, or something is being tried. */
export const ipMinutesSince = minutesSince({
  kind: 'ip',
  title: 'Soon after another order, same IP address',
  family: 'ip-activity',
  basis: 'judgement: likelihood ratio of 1.07 within minutes; the table learns the rest',
  points: [
    [0, -1],
    [2, 0],
  ],
})
