import { flag } from '../evidence.ts'

/** While visits are refused for limits an honest shopper has no session either, so its absence says nothing. */
export const sessionNotTaken = flag({
  name: 'session.not_taken',
  code: 'SESSION_NOT_TAKEN',
  title: 'Too many visits to the checkout page',
  family: 'session',
  scope: 'order',
  direction: 'none',
  basis: 'decision: our own limits must not cost the shopper',
  missing: 'a session was there, or no visits were being refused',
  informs: true,
  points: { yes: 0, no: 0 },
  read: ({ session, norms }) =>
    norms.edgeLimited && (session.state === 'none' || session.state === 'unknown') ? true : null,
  say: () => 'No checkout session: too many visits at that time',
})
