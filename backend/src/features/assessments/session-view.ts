import type { AgentFacts, ProfileEvent, SessionView } from '../../scoring/context.ts'
import { partnersOf } from '../velocity/service.ts'
import type { RecordedOrder } from './collections.ts'

/** A refused card and the back button are one purchase; after this, or for somebody else, it is another order. */
const oneCheckoutMs = 30 * 60_000

interface Use {
  readonly now: number
  readonly orderRef: string
  /** Other orders of the session. */
  readonly uses: readonly ProfileEvent[]
  /** Partners of the order as they are named in those. */
  readonly named: (short: string) => string
}

const isShared = ({ identifiers }: RecordedOrder, { now, orderRef, uses, named }: Use): boolean => {
  const { email, account } = partnersOf(identifiers, named)
  const differs = (own: string | undefined, other: string | undefined) =>
    own !== undefined && other !== undefined && own !== other
  return uses
    .filter((use) => use.orderRef !== orderRef)
    .some(
      (use) =>
        now - use.at > oneCheckoutMs || differs(email, use.partners.email) || differs(account, use.partners.account),
    )
}

const sameAgents = (one: AgentFacts | null, other: AgentFacts | null): boolean | null =>
  one === null || other === null
    ? null
    : one.browser === other.browser && one.os === other.os && one.platform === other.platform

/** A session as evidence sees it, compared with what the store itself saw. */
export const viewSession = (order: RecordedOrder, use: Use): SessionView => {
  const { session, identifiers, facts } = order
  if (session.state === 'unavailable') return { state: 'none' }
  if (session.state !== 'found') return { state: session.state }
  const { startedAt, ipId, device, ...seen } = session
  const ownIp = identifiers.ip?.id
  return {
    ...seen,
    ageMs: Math.max(0, use.now - startedAt),
    sameIp: ownIp === undefined || ipId === null ? null : ownIp === ipId,
    sameAgent: sameAgents(facts.agent, session.agent),
    device: device && { confidence: device.confidence, firstSeenAt: device.firstSeenAt, matched: device.matched },
    shared: isShared(order, use),
  }
}
