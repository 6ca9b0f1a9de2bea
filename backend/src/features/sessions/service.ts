import { createFindSession } from './find-session.ts'
import { createRecentSessions } from './recent-sessions.ts'
import { createOpenSession, type SessionDeps } from './open-session.ts'

export type { SessionOfOrder } from './find-session.ts'
export type { RecentSession } from './recent-sessions.ts'
export type { SessionDeps } from './open-session.ts'

export interface SessionService {
  /** Stores a visit and recognises its device. At most seven documents are read, whatever the store holds. */
  readonly open: ReturnType<typeof createOpenSession>
  /** What an order may know of the session it names; one document is read. */
  readonly forOrder: ReturnType<typeof createFindSession>
  readonly recent: ReturnType<typeof createRecentSessions>
}

export const createSessions = (deps: SessionDeps): SessionService => ({
  open: createOpenSession(deps),
  forOrder: createFindSession(deps),
  recent: createRecentSessions(deps.documents),
})
export { devices } from './collections.ts'
export { createNetworkCarrier } from './carry-networks.ts'
