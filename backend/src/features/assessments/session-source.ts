import type { Mode } from '../../platform/documents/port.ts'
import type { AgentFacts, FoundSession, IpFacts } from '../../scoring/context.ts'

/** What an order keeps of its session: derived facts and keyed hashes, as they were when the order came. */
export interface FoundSessionFacts {
  readonly state: 'found'
  readonly startedAt: number
  readonly pageMs: number | null
  readonly ip: IpFacts | null
  /** Keyed hash of the session's address, comparable with the order's own. */
  readonly ipId: string | null
  readonly agent: AgentFacts | null
  readonly timeZone: string | null
  readonly timeZoneCountries: readonly string[]
  readonly languages: readonly string[]
  readonly automation: readonly string[]
  readonly storage: boolean | null
  readonly framed: boolean | null
  readonly reduced: boolean
  readonly originMissing: boolean
  readonly missingComponents: number
  readonly device: (NonNullable<FoundSession['device']> & { readonly id: string; readonly keyed: string }) | null
}

export type SessionOfOrder =
  { readonly state: 'none' | 'unknown' | 'expired' | 'no_consent' | 'unavailable' } | FoundSessionFacts

/** Sessions live in a room of their own; this is all that scoring asks of it. */
export interface SessionSource {
  forOrder(
    merchantId: string,
    mode: Mode,
    sessionId: string,
    now: number,
  ): Promise<Exclude<SessionOfOrder, { readonly state: 'none' | 'unavailable' }>>
}
