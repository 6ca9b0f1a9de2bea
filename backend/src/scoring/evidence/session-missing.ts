import { share } from '../evidence.ts'
import { isSightless } from '../sightless.ts'
import { percent } from '../wording.ts'

/**
 * The store's share of orders that come without a session, when this one did too. Where the script is rarely blocked its
 * absence says much; where half of the orders lack it (app, telephone), nothing.
 */
export const sessionMissing = share({
  name: 'session.missing_share',
  code: 'SESSION_MISSING',
  title: 'No checkout session',
  family: 'session',
  scope: 'order',
  direction: 'more-is-better',
  basis: 'judgement: ratio 0.15 to 0.3 divided by the share, between 1 and 3; bad orders skip the page that often',
  missing: 'a session was sent, visits were being refused for limits, or sessions or norms could not be read',
  points: [
    [0, -16],
    [0.03, -13],
    [0.06, -10],
    [0.1, -7],
    [0.2, -4],
    [0.3, 0],
  ],
  read: (context) =>
    context.session.state === 'none' && !isSightless(context) ? context.norms.missingSessionShare : null,
  say: (part) =>
    part < 0.0005
      ? 'No checkout session; hardly any order here comes without one'
      : `No checkout session; ${percent(part)} of orders here come without one`,
})
