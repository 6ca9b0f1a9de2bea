import type { Mode } from '../../platform/documents/port.ts'
import type { SessionOfOrder as ReadSession } from '../sessions/service.ts'

/** What an order keeps of its session: derived facts and keyed hashes, as they were when the order came. */
export type SessionOfOrder = ReadSession | { readonly state: 'none' | 'unavailable' }

/** Sessions live in a room of their own; this is all that scoring asks of it. */
export interface SessionSource {
  forOrder(merchantId: string, mode: Mode, sessionId: string, now: number): Promise<ReadSession>
}
