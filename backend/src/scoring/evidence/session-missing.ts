import { count } from '../evidence.ts'
import { percent } from '../wording.ts'

/**
 * The share of the store's orders that come without a session, when this one did too. Where the script is rarely blocked
 * its absence says much; where half of the orders lack it (app, telephone), nothing.
 */
export const sessionMissing = count({
  name: 'session.missing_share',
  code: 'SESSION_MISSING',
  family: 'session',
  scope: 'order',
  direction: 'more-is-better',
  basis:
    'judgement: likelihood ratio 0.3 / share held within 1 and 3; scripts that skip the page are under a third of fraud',
  missing: 'a session was sent, or visits were being refused for limits, or sessions could not be read',
  points: [
    [0, -16],
    [0.03, -13],
    [0.06, -10],
    [0.1, -7],
    [0.2, -4],
    [0.3, 0],
  ],
  read: ({ session, norms, unavailable }) =>
    session.state === 'none' && !norms.edgeLimited && !unavailable.includes('session')
      ? norms.missingSessionShare
      : null,
  say: (share) => `No checkout session; ${percent(share)} of orders here come without one`,
})
