import { minutes } from '../evidence.ts'
import { amountOf } from '../wording.ts'

/** Late: a session that was opened long before the order. Most checkouts take minutes. */
export const sessionAgeMinutes = minutes({
  name: 'session.age_minutes',
  code: 'SESSION_LATE',
  title: 'Order long after the page was opened',
  family: 'session',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratios 1.1 to 1.4; some shoppers leave the tab open',
  missing: 'no session was found',
  points: [
    [120, -1],
    [360, -3],
    [720, -5],
  ],
  read: ({ session }) => (session.state === 'found' ? Math.max(0, Math.floor(session.ageMs / 60_000)) : null),
  say: (passed) => {
    const age = passed < 120 ? amountOf(passed, 'minute') : amountOf(Math.floor(passed / 60), 'hour')
    return `The checkout page was opened ${age} before the order`
  },
})
