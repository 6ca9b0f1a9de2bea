import { noConsentSession } from '#contract/session.ts'
import type { Mode } from '../../platform/documents/port.ts'
import { countriesOfTimeZone } from '../../platform/facts/time-zone.ts'
import { identify } from '../../platform/identifiers/identify.ts'
import { normaliseOpaque } from '../../platform/identifiers/opaque.ts'
import type { FoundSession } from '../../scoring/context.ts'
import { sessions, type SessionDocument } from './collections.ts'
import type { SessionDeps } from './open-session.ts'

/** What evidence knows only once there is an order to compare with. */
type ComparedWithOrder = 'ageMs' | 'sameIp' | 'sameAgent' | 'shared' | 'device'

/** What an order may know of its session: derived facts and keyed hashes. */
export interface FoundSessionFacts extends Omit<FoundSession, ComparedWithOrder> {
  readonly state: 'found'
  readonly startedAt: number
  /** Keyed hash of the session's address, comparable with the order's own. */
  readonly ipId: string | null
  /** The device under the network's key; absent where the store did not share when the session was opened. */
  readonly networkDevice?: string
  /** `keyed`: the device as an identifier of this store, like any other. */
  readonly device: (NonNullable<FoundSession['device']> & { readonly id: string; readonly keyed: string }) | null
}

export type SessionOfOrder = { readonly state: 'unknown' | 'expired' | 'no_consent' } | FoundSessionFacts

const isSessionId = /^ses_[0-9A-Z]{36}$/

/** Ours are found, foreign and invented ones are unknown; which of the two nobody can tell. */
export const createFindSession = (deps: Pick<SessionDeps, 'documents' | 'keysOf'>) =>
  async function findSession(merchantId: string, mode: Mode, sessionId: string, now: number): Promise<SessionOfOrder> {
    if (sessionId === noConsentSession) return { state: 'no_consent' }
    if (!isSessionId.test(sessionId)) return { state: 'unknown' }
    const found = await deps.documents.forMerchant(merchantId, mode).get(sessions, sessionId)
    if (!found) return { state: 'unknown' }
    if (found.expires_at <= now) return { state: 'expired' }
    const keys = await deps.keysOf(merchantId)
    return adaptSession(found, (deviceId) => identify(keys, 'device', normaliseOpaque(deviceId)).id)
  }

const adaptSession = (found: SessionDocument, keyed: (deviceId: string) => string): FoundSessionFacts => ({
  state: 'found',
  startedAt: found.started_at,
  pageMs: found.page_ms,
  ip: found.ip,
  ipId: found.ip_id,
  agent: found.agent,
  timeZone: found.time_zone,
  timeZoneCountries: found.time_zone === null ? [] : countriesOfTimeZone(found.time_zone),
  languages: found.languages,
  automation: found.automation,
  storage: found.storage,
  framed: found.framed,
  reduced: found.reduced,
  originMissing: found.origin_missing,
  missingComponents: found.missing_components,
  ...(typeof found.network_device === 'string' && { networkDevice: found.network_device }),
  device: found.device && {
    id: found.device.id,
    keyed: keyed(found.device.id),
    confidence: found.device.confidence,
    firstSeenAt: found.device.first_seen_at,
    matched: found.device.matched,
  },
})
