import { flag } from '../evidence.ts'

/** A card that is refused and tried again is one order; a second order long after, or by somebody else, is not. */
export const sessionShared = flag({
  name: 'session.shared',
  code: 'SESSION_SHARED',
  title: 'Checkout session used for another order',
  family: 'session',
  scope: 'store',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 2.5; scripts fetch one session and reuse it',
  missing: 'no session was found',
  points: { yes: -13, no: 0 },
  read: ({ session }) => (session.state === 'found' ? session.shared : null),
  say: () => 'This checkout session was used for another order before',
})
