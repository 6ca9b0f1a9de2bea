import { collection } from '../documents/collection.ts'
import { Conflict, type Documents, type DocumentStore, type Head } from '../documents/port.ts'
import { AppError } from '../app-error.ts'
import type { Clock } from '../clock.ts'
import type { StoreKeys } from '../vault/store-keys.ts'
import type { Caller } from './caller.ts'
import { StoredReply } from './route.ts'

const keptMs = 24 * 3_600_000
/** How long a claim is believed: a process that has not answered by then is taken to be gone. */
export const claimLeaseMs = 10_000

interface IdempotencyDocument {
  readonly id: string
  readonly state: 'running' | 'done'
  readonly digest: string
  readonly process: string
  readonly lease_until: number
  readonly expires_at: number
  readonly status: number | null
  readonly json: string | null
  readonly [name: string]: string | number | null
}

/** Answers of mutations other than orders (an order keeps its own, in its own document). */
export const idempotencyCollection = collection<IdempotencyDocument>({
  name: 'idempotency',
  scope: 'merchant',
  sealed: true,
  fields: { expires_at: 'number', process: 'string', state: 'string', lease_until: 'number' },
  expires: 'expires_at',
})

/** Whose turn it is, and until when: no two claims of one process end at the same instant. */
type Claim = Pick<IdempotencyDocument, 'process' | 'lease_until'> & { readonly state: 'running' }

type KeyCaller = Extract<Caller, { kind: 'secret-key' | 'publishable-key' }>

export interface IdempotentCall {
  readonly caller: KeyCaller
  readonly method: string
  readonly path: string
  readonly key: string
  readonly rawBody: Buffer
}

/** Header form: what an HTTP client can send, short enough to be a key. */
export const checkIdempotencyKey = (key: string | null): string => {
  if (key === null || key === '') throw new AppError('idempotency_key_missing')
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new AppError('validation_failed', {
      errors: [{ pointer: '', code: 'idempotency_key', detail: 'Idempotency-Key: 1 to 255 visible ASCII characters.' }],
    })
  }
  return key
}

/** 401, 409, 429 and 5xx say nothing about the request: the same key may try again. */
export const freesKey = (error: unknown): boolean =>
  !(error instanceof AppError) || [401, 409, 429].includes(error.status) || error.status >= 500

/** A kept answer as it is sent again. Refusals are kept too, and stay problem documents. */
export const replayed = (json: string, status: number): StoredReply =>
  new StoredReply(json, {
    status,
    headers: {
      'idempotent-replayed': 'true',
      ...(status >= 400 ? { 'content-type': 'application/problem+json' } : {}),
    },
  })

export const createIdempotency = ({
  documents,
  clock,
  processId,
  storeKeys,
}: {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly processId: string
  readonly storeKeys: (merchantId: string) => Promise<StoreKeys>
}) => {
  /** undefined: nobody answers for it any more, so it may be taken. */
  const answerFrom = (found: IdempotencyDocument, digest: string): StoredReply | undefined => {
    if (found.digest !== digest) throw new AppError('idempotency_key_reused')
    if (found.state === 'done' && found.json !== null) return replayed(found.json, found.status ?? 200)
    const leftMs = found.lease_until - clock()
    if (leftMs <= 0) return undefined
    throw new AppError('idempotency_in_progress', { retryAfterSeconds: Math.ceil(leftMs / 1000) })
  }

  const claim = async (scope: Documents, id: string, digest: string): Promise<StoredReply | Claim> => {
    const now = clock()
    const mine = { state: 'running', process: processId, lease_until: now + claimLeaseMs } as const
    const fresh = { id, digest, ...mine, expires_at: now + keptMs, status: null, json: null }
    try {
      await scope.write({ insert: idempotencyCollection, document: fresh })
      return mine
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
    const found = await scope.get(idempotencyCollection, id)
    if (!found) return claim(scope, id, digest)
    const answer = answerFrom(found, digest)
    if (answer) return answer
    try {
      const expect = { process: found.process, lease_until: found.lease_until }
      await scope.write({ update: idempotencyCollection, id, changes: { set: mine }, expect })
      return mine
    } catch (cause) {
      if (!(cause instanceof Conflict)) throw cause
      throw new AppError('idempotency_in_progress', { retryAfterSeconds: claimLeaseMs / 1000, cause })
    }
  }

  /** Ends a claim. One that was taken over meanwhile belongs to somebody else and is left as it is. */
  const end = async (scope: Documents, head: Head): Promise<void> => {
    try {
      await scope.write(head)
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
    }
  }

  /** Runs `work` once per key and body; the same call again gets the same bytes. What `work` throws frees the key. */
  return async (call: IdempotentCall, work: () => Promise<StoredReply>): Promise<StoredReply> => {
    const scope = documents.forMerchant(call.caller.merchantId, call.caller.mode)
    const keys = await storeKeys(call.caller.merchantId)
    const id = keys.digest('idempotency', `${call.method} ${call.path} ${call.key}`)
    const claimed = await claim(scope, id, keys.digest('content', call.rawBody.toString('utf8')))
    if (claimed instanceof StoredReply) return claimed
    const mine = { expect: { ...claimed } }
    try {
      const reply = await work()
      const set = { state: 'done', status: reply.options.status ?? 200, json: reply.json }
      await end(scope, { update: idempotencyCollection, id, changes: { set }, ...mine })
      return reply
    } catch (error) {
      await end(scope, { remove: idempotencyCollection, id, ...mine })
      throw error
    }
  }
}
export type Idempotency = ReturnType<typeof createIdempotency>
