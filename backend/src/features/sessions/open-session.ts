import type { SessionReply } from '#contract/session.ts'
import type { Mode } from '../../platform/documents/port.ts'
import { Conflict, type Documents, type DocumentStore } from '../../platform/documents/port.ts'
import { createSecretId } from '../../platform/ids.ts'
import { identify, shortIdentifier } from '../../platform/identifiers/identify.ts'
import { normaliseIp } from '../../platform/identifiers/ip.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { AgentFacts, IpFacts } from '../../scoring/context.ts'
import { sessions, type Plain, type SessionDocument } from './collections.ts'
import { fingerprintOf, missingComponents } from './fingerprint.ts'
import { necessaryOnly, readPayload, type LenientSessionRequest, type Payload } from './payload.ts'
import { recognise, type Recognised, type Visit } from './recognise.ts'

export interface SessionDeps {
  readonly documents: Pick<DocumentStore, 'forMerchant'>
  readonly keysOf: (merchantId: string) => Promise<StoreKeys>
  /** Null where nothing is shared with other stores. */
  readonly networkKeysOf: (store: Store) => Promise<StoreKeys | null>
  /** The merchant wants no more than the strictly necessary list, whatever the page says. */
  readonly isNecessaryOnly: (merchantId: string) => Promise<boolean>
  readonly ipFacts: (ip: string) => Plain<IpFacts> | null
  readonly agentFacts: (userAgent: string) => Plain<AgentFacts> | null
}

/** What the connection said; read once and not kept. */
export interface Arrival {
  readonly receivedAt: number
  readonly ip: string
  readonly userAgent: string | null
  readonly origin: string | null
  readonly globalPrivacyControl: boolean
}

export interface Store {
  readonly merchantId: string
  readonly mode: Mode
}

const hourMs = 3_600_000
const lifetimeMs = 24 * hourMs
const keptMs = 48 * hourMs

/** One order's window of trust: derive, recognise the device, write both in one batch, answer. */
export const createOpenSession = (deps: SessionDeps) =>
  async function openSession(store: Store, body: LenientSessionRequest, arrival: Arrival): Promise<SessionReply> {
    const { merchantId, mode } = store
    const keys = await deps.keysOf(merchantId)
    const read = readPayload(body)
    const reduced =
      read.facts.consent === 'reduced' || arrival.globalPrivacyControl || (await deps.isNecessaryOnly(merchantId))
    const payload = reduced ? necessaryOnly(read) : read
    const shared = networkDevice(await deps.networkKeysOf(store), payload)
    const session = { ...describe(deps, keys, payload, arrival, reduced), ...shared }
    await write(deps.documents.forMerchant(merchantId, mode), keys, payload, session)
    return { session_id: session.id, expires_at: new Date(session.expires_at).toISOString() }
  }

/** Exactly as it looked: other stores cannot compare part by part. */
const networkDevice = (
  networkKeys: StoreKeys | null,
  { components }: Payload,
): Pick<SessionDocument, 'network_device'> => {
  const print = networkKeys && fingerprintOf(networkKeys, components)?.print
  return print ? { network_device: print } : {}
}

const describe = (
  { ipFacts, agentFacts }: SessionDeps,
  keys: StoreKeys,
  { components, facts }: Payload,
  { receivedAt, ip, userAgent, origin }: Arrival,
  reduced: boolean,
): SessionDocument => ({
  id: createSecretId('ses', receivedAt),
  started_at: receivedAt,
  expires_at: receivedAt + lifetimeMs,
  gone_at: receivedAt + keptMs,
  ip: ip === '' ? null : ipFacts(ip),
  ip_id: ip === '' ? null : identify(keys, 'ip', normaliseIp(ip)).id,
  agent: userAgent === null ? null : agentFacts(userAgent),
  time_zone: facts.time_zone ?? null,
  languages: facts.languages ?? [],
  platform: facts.platform ?? null,
  screen: facts.screen ?? null,
  touch: facts.touch ?? null,
  automation: facts.automation ?? [],
  storage: facts.storage ?? null,
  framed: facts.framed ?? null,
  page_ms: facts.page_ms ?? null,
  reduced,
  origin_missing: origin === null,
  missing_components: reduced ? 0 : missingComponents(components),
  device: null,
})

const phones: ReadonlySet<string | null> = new Set(['android', 'ios'])

/** Two first visits of one device may meet: the second then finds what the first wrote. */
const tries = 2

const write = async (
  documents: Documents,
  keys: StoreKeys,
  { components }: Payload,
  session: SessionDocument,
): Promise<void> => {
  const fingerprint = fingerprintOf(keys, components)
  const visit: Visit = {
    now: session.started_at,
    build: phones.has(session.platform) ? 'phone' : 'desktop',
    network: session.ip_id === null ? null : keys.ladder.name(shortIdentifier(session.ip_id)),
    carry: keys.ladder.carry,
  }
  for (let attempt = 0; fingerprint && attempt < tries; attempt += 1) {
    const recognised = await recognise(documents, fingerprint, visit)
    if (await isWritten(documents, session, recognised)) return
  }
  // No device, or one that others keep changing under our hands: the order matters more than its history.
  await documents.write({ insert: sessions, document: session })
}

const isWritten = async (documents: Documents, session: SessionDocument, recognised: Recognised): Promise<boolean> => {
  const { device, head, follower } = recognised
  const document: SessionDocument = { ...session, device }
  try {
    if (head) await documents.write(head, [{ insert: sessions, document }])
    else await documents.write({ insert: sessions, document }, follower ? [follower] : [])
    return true
  } catch (error) {
    if (error instanceof Conflict) return false
    throw error
  }
}
