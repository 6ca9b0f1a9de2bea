import { flag } from '../evidence.ts'

/** Tabs stay open over night; ids that are kept for use later also age. */
export const sessionExpired = flag({
  name: 'session.expired',
  code: 'SESSION_EXPIRED',
  title: 'Checkout session older than 24 hours',
  family: 'session',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 1.5',
  missing: 'no session id of ours was sent',
  points: { yes: -6, no: 0 },
  read: ({ session }) =>
    session.state === 'expired' || session.state === 'found' ? session.state === 'expired' : null,
  say: () => 'The checkout page was opened over 24 hours before the order',
})
