import { flag } from '../evidence.ts'
import { isSightless } from '../sightless.ts'

/** Made up, copied from another store or from the other mode: a stranger's session looks like one that never was. */
export const sessionUnknown = flag({
  name: 'session.unknown',
  code: 'SESSION_UNKNOWN',
  title: 'Checkout session not from this store',
  family: 'session',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 3; a page never sends an id that was not given to it',
  missing: 'no session id was sent, visits were being refused for limits, or sessions or norms could not be read',
  points: { yes: -16, no: 0 },
  read: (context) => {
    const { state } = context.session
    return state === 'none' || state === 'no_consent' || isSightless(context) ? null : state === 'unknown'
  },
  say: () => 'The checkout session was not given out by this store',
})
