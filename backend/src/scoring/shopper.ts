import type { AgentFacts, Context, IpFacts } from './context.ts'

/** What the store itself saw comes first; the session stands in where it said nothing. */
export const shopperIp = ({ order, session }: Context): IpFacts | null =>
  order.ip ?? (session.state === 'found' ? session.ip : null)

export const shopperAgent = ({ order, session }: Context): AgentFacts | null =>
  order.agent ?? (session.state === 'found' ? session.agent : null)
