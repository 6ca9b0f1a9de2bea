import { flag } from '../evidence.ts'
import { shopperAgent } from '../shopper.ts'

/** The order came from a program, not from a browser. Honest shopping agents do so too: they get their own policy later. */
export const agentBot = flag({
  name: 'agent.bot',
  code: 'AGENT_BOT',
  title: 'Order sent by a program',
  family: 'automation',
  scope: 'order',
  direction: 'more-is-worse',
  basis: 'judgement: likelihood ratio 5; stores rarely order from scripts',
  missing: 'no user agent was sent or seen',
  points: { yes: -23, no: 0 },
  read: (context) => shopperAgent(context)?.bot ?? null,
  say: () => 'The order came from a program, not from a browser',
})
