import type { Identifiers } from '../../platform/identifiers/identify.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { AssessmentDocument, RecordedOrder } from './collections.ts'
import type { AssessmentDeps, Tenant } from './deps.ts'
import { contentDigest, orderRefOf } from './content-digest.ts'
import type { Derived } from './derived.ts'
import { parseRequest } from './parsing/parse-request.ts'
import type { SessionOfOrder } from './session-source.ts'
import { within } from './within.ts'

/** One call to score an order, as it comes from the door. */
export interface Call {
  readonly tenant: Tenant
  readonly keyId: string
  readonly body: unknown
  readonly rawBody: Buffer
  readonly idempotencyKey: string
  readonly requestId: string
  readonly receivedAt: number
}

/** An order before it is stored: raw values are gone, identifiers are keyed. */
export type Draft = Omit<AssessmentDocument, 'id' | 'status' | 'attempt' | 'process' | 'lease_until'> & {
  readonly claim: string
  readonly order_ref: string
  readonly content_digest: string
  readonly order: RecordedOrder
}

/** Half of the time to gather: a session must be known before its device's profile can be written. */
const sessionBudgetMs = 150

export const claimOf = (keys: StoreKeys, idempotencyKey: string): string =>
  keys.digest('idempotency', `POST /v1/assessments ${idempotencyKey}`)

export const requestDigest = (keys: StoreKeys, rawBody: Buffer): string =>
  keys.digest('content', rawBody.toString('utf8'))

const withDevice = (derived: Derived, session: SessionOfOrder): Identifiers =>
  session.state === 'found' && session.device
    ? { ...derived.identifiers, device: { id: session.device.keyed, hint: null, flagged: false } }
    : derived.identifiers

/** Only ids of our own shape are kept: a store that sends something else by mistake may have sent anything. */
const ownSessionId = /^ses_[0-9A-Z]{36}$/
const keptSessionId = (given: string | undefined): string | null =>
  given !== undefined && ownSessionId.test(given) ? given : null

const magicOf = ({ test }: Derived, { mode }: Tenant): Derived['test'] => (mode === 'test' ? test : null)

/** The device as the checkout script saw it, under the network's key. */
const sharedBy = ({ network }: Derived, session: SessionOfOrder): Pick<RecordedOrder, 'network'> => {
  if (!network) return {}
  const device = session.state === 'found' ? session.networkDevice : undefined
  return { network: device === undefined ? network : { ...network, device } }
}

export const createReceive = ({ sessions, storeKeys, derive, network, inputKinds }: AssessmentDeps) => {
  const lookUp = async ({ tenant, receivedAt }: Call, sessionId: string | undefined): Promise<SessionOfOrder> => {
    if (sessionId === undefined) return { state: 'none' }
    const { merchantId, mode } = tenant
    const read = await within(sessionBudgetMs, () => sessions.forOrder(merchantId, mode, sessionId, receivedAt))
    return 'value' in read ? read.value : { state: 'unavailable' }
  }

  return async (call: Call): Promise<Draft> => {
    const keys = await storeKeys(call.tenant.merchantId)
    const { request, warnings } = parseRequest(call.body, call.receivedAt)
    const session = await lookUp(call, request.session_id)
    const derived = derive(keys, request, call.receivedAt, {
      networkKeys: await network.keysFor(call.tenant),
      inputKinds: await inputKinds(call.tenant.merchantId),
    })
    const sessionId = keptSessionId(request.session_id)
    return {
      claim: claimOf(keys, call.idempotencyKey),
      request_digest: requestDigest(keys, call.rawBody),
      content_digest: contentDigest(keys, request),
      order_ref: orderRefOf(keys, request.order.id),
      received_at: call.receivedAt,
      amount: request.order.amount,
      currency: request.order.currency,
      ...(sessionId === null ? {} : { session_ref: sessionId }),
      order: {
        order_id: request.order.id,
        facts: derived.facts,
        identifiers: withDevice(derived, session),
        ...sharedBy(derived, session),
        session_id: sessionId,
        session,
        warnings,
        test: magicOf(derived, call.tenant),
        normaliser: derived.normaliser,
        previous: null,
        key_id: call.keyId,
      },
    }
  }
}
