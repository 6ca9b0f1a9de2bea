import { flag } from '../evidence.ts'

/** Made up, copied from another store or from the other mode: a stranger's session looks like one that never was. */
export const sessionUnknown = flag({
  name: 'session.unknown',
  code: 'SESSION_UNKNOWN',
  family: 'session',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 3; a page never sends an id that was not given to it',
  missing: 'no session id was sent, visits were being refused for limits, or sessions could not be read',
  points: { yes: -16, no: 0 },
  read: ({ session, norms, unavailable }) => {
    if (session.state === 'none' || session.state === 'no_consent') return null
    return norms.edgeLimited || unavailable.includes('session') ? null : session.state === 'unknown'
  },
  say: () => 'The session id was not given out by this store',
})
