import { flag } from '../evidence.ts'

/** One browser opens the page, another sends the order: shoppers cannot do that, scripts forget to avoid it. */
export const sessionAgentMoved = flag({
  name: 'session.agent_moved',
  code: 'SESSION_AGENT_MOVED',
  title: 'Other browser than on the checkout page',
  family: 'session-moved',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 2.5; "desktop site" switches make an honest change possible',
  missing: 'no session was found, or the store did not send the user agent it saw',
  points: { yes: -13, no: 0 },
  read: ({ session }) => (session.state === 'found' && session.sameAgent !== null ? !session.sameAgent : null),
  say: (moved) =>
    moved ? 'The order came from another browser than the checkout page' : 'Page and order came from one browser',
})
