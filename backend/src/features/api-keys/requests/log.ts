import type { Clock } from '../../../platform/clock.ts'
import type { DocumentStore } from '../../../platform/documents/port.ts'
import type { Served } from '../../../platform/http/mount.ts'
import { createId } from '../../../platform/ids.ts'
import { streetOf } from '../../../platform/keys/network-range.ts'
import { keyRequests, type StoredRequest } from './collections.ts'
import { createRequestReader } from './read.ts'

/** FL9: kept for so long. */
const keptMs = 30 * 86_400_000
/** How long requests wait in memory. A crash loses so much of the log, and nothing else. */
export const longestBatchMs = 2_000
/** One document of a batch stays small. */
const mostInBatch = 500
/** Of all keys, while the database does not take them; what is more is left out and counted. */
const mostWaiting = 20_000

interface Heard {
  readonly merchantId: string
  readonly mode: 'test' | 'live'
  readonly keyId: string
  readonly lines: Served[]
}

const codeOf = (error: unknown): string | null => {
  if (typeof error !== 'object' || error === null) return null
  return 'code' in error && typeof error.code === 'string' ? error.code : 'internal'
}

export interface RequestLogDeps {
  readonly documents: Pick<DocumentStore, 'forMerchant'>
  readonly clock: Clock
  /** Requests that are in no log: the database took none. */
  readonly lost: (requests: number, error: unknown) => void
}

/**
 * What was asked with which key. On the path of a request it costs one push to an array; addresses are cut and batches
 * written by a timer, one document per key and two seconds.
 */
export const createRequestLog = ({ documents, clock, lost }: RequestLogDeps) => {
  let heard = new Map<string, Heard>()
  let waiting = 0
  let timer: NodeJS.Timeout | undefined
  let flushing: Promise<void> = Promise.resolve()

  const stored = ({ requestId, method, path, status, milliseconds, error, ip, at }: Served): StoredRequest => [
    at,
    `${method} ${path}`,
    status,
    codeOf(error),
    milliseconds,
    requestId,
    streetOf(ip),
  ]

  const write = async ({ merchantId, mode, keyId, lines }: Heard): Promise<void> => {
    const at = Math.min(...lines.map((line) => line.at))
    const now = clock()
    const document = {
      id: createId('req', now),
      key_id: keyId,
      at,
      requests: lines.map(stored),
      expires_at: now + keptMs,
    }
    await documents
      .forMerchant(merchantId, mode)
      .write({ insert: keyRequests, document })
      .catch((error: unknown) => {
        lost(lines.length, error)
      })
  }

  const writeAll = async (batches: readonly Heard[]): Promise<void> => {
    for (const batch of batches) await write(batch)
  }

  /** Batches are written one after the other: the log never crowds out what is scored meanwhile. */
  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const batches = [...heard.values()]
    heard = new Map()
    waiting = 0
    flushing = flushing.then(() => writeAll(batches))
    return flushing
  }

  const note = (served: Served): void => {
    const { key } = served
    if (!key) return
    if (waiting >= mostWaiting) {
      lost(1, undefined)
      return
    }
    waiting += 1
    const known = heard.get(key.keyId)
    if (known) known.lines.push(served)
    else heard.set(key.keyId, { ...key, lines: [served] })
    if (known && known.lines.length >= mostInBatch) void flush()
    else timer ??= setTimeout(() => void flush(), longestBatchMs).unref()
  }

  return { note, flush, read: createRequestReader({ documents }) }
}
export type RequestLog = ReturnType<typeof createRequestLog>
