import { flag } from '../evidence.ts'

/** Browsers name the page that posts; what posts without one is hardly ever a browser. Odd privacy proxies strip it. */
export const sessionOriginMissing = flag({
  name: 'session.origin_missing',
  code: 'SESSION_ORIGIN_MISSING',
  title: 'Checkout session from outside the store',
  family: 'automation',
  scope: 'device',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 1.7; the Fetch standard sends Origin with every cross-origin POST',
  missing: 'no session was found',
  points: { yes: -8, no: 0 },
  read: ({ session }) => (session.state === 'found' ? session.originMissing : null),
  say: () => 'The checkout session was not opened from a page of the store',
})
