import { flag } from '../evidence.ts'

/** A shopper may say no. It is listed, so that a merchant sees why nothing is known of the device, and costs nothing. */
export const sessionNoConsent = flag({
  name: 'session.no_consent',
  code: 'SESSION_NO_CONSENT',
  title: 'No consent to device checks',
  family: 'session',
  scope: 'order',
  direction: 'none',
  basis: 'decision: declining consent must have no price (docs/collector-data.md)',
  missing: 'the shopper was not asked, or agreed',
  informs: true,
  points: { yes: 0, no: 0 },
  read: ({ session }) => (session.state === 'no_consent' ? true : null),
  say: () => 'The shopper had not agreed to device checks',
})
