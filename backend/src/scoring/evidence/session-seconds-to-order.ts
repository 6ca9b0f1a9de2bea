import { seconds } from '../evidence.ts'
import { amountOf } from '../wording.ts'

/** From opening the page to the order. Nobody reads, types and submits in two seconds; saved details take ten. */
export const sessionSecondsToOrder = seconds({
  name: 'session.seconds_to_order',
  code: 'CHECKOUT_FAST',
  title: 'Order soon after the page was opened',
  family: 'automation',
  scope: 'device',
  direction: 'more-is-better',
  basis: 'judgement: likelihood ratios 3, 2, 1.4 and 1.15 below 2, 4, 8 and 12 seconds; filled-in forms take about ten',
  missing: 'no session was found, or the page did not say how long it had been open',
  points: [
    [0, -16],
    [2, -10],
    [4, -5],
    [8, -2],
    [12, 0],
  ],
  read: ({ session }) =>
    session.state === 'found' && session.pageMs !== null
      ? Math.max(0, Math.round((session.pageMs + session.ageMs) / 1000))
      : null,
  say: (passed) =>
    `The order came ${passed === 0 ? 'less than 1 second' : amountOf(passed, 'second')} after the page was opened`,
})
