import type { Clock } from '../../platform/clock.ts'
import { Conflict, type DocumentStore, type Mode } from '../../platform/documents/port.ts'
import { createIdFrom } from '../../platform/ids.ts'
import type { Actor, AuditEntry } from './collections.ts'
import { auditEntries, operatorAuditEntries } from './collections.ts'
import { entryOf } from './entry.ts'

/** How long traces wait in memory. A crash loses so much of them, and nothing else. */
const longestWaitMs = 1_000
/** Until what the database refused is tried again. */
const againMs = 5_000
const hourMs = 3_600_000
/** Of one hour; whoever comes after that is written again and meets what is there. */
const mostKnown = 100_000
/** While the database takes none; what is more is left out and counted. */
const mostWaiting = 50_000
/** Written in one turn: one commit, or one round trip. */
const atOnce = 200

/** Something that happens often and is told once per hour. */
export interface Trace {
  readonly actor: Actor
  readonly action: 'data.read' | 'access.refused' | 'key.row_refused'
  readonly organizationId: string | null
  readonly store: { readonly merchantId: string; readonly mode: Mode } | null
  readonly object: AuditEntry['object']
  readonly details?: AuditEntry['details']
  /** What tells it from others of the hour, where not all its details do. */
  readonly each?: string
}
interface Waiting extends Trace {
  readonly id: string
  readonly at: number
}

export interface TracesDeps {
  readonly documents: Pick<DocumentStore, 'forMerchant' | 'operator'>
  readonly clock: Clock
  readonly organizationOf: (merchantId: string) => Promise<string>
  /** Traces that are nowhere: the database took none for long. */
  readonly lost: (traces: number, error: unknown) => void
}

const causeOf = ({ actor, action, organizationId, store, object, details, each }: Trace): string =>
  [
    ...[action, actor.type, actor.id, organizationId, store?.merchantId, store?.mode, object?.type, object?.id],
    ...(each === undefined ? Object.values(details ?? {}) : [each]),
  ].join(' ')

/**
 * One entry per caller, object and hour, however often. On the path of a request it costs one look into a set; a timer
 * writes what is new. The id follows from caller, object and hour, so that two processes write the same entry once.
 */
export const createTraces = ({ documents, clock, organizationOf, lost }: TracesDeps) => {
  let hour = 0
  let known = new Set<string>()
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  let flushing: Promise<void> = Promise.resolve()

  const insert = async (trace: Waiting): Promise<void> => {
    const { id, at, store, actor, action, object, details } = trace
    const organizationId = trace.organizationId ?? (store ? await organizationOf(store.merchantId) : null)
    const about = { merchant_id: store?.merchantId ?? null, mode: store?.mode ?? null, object }
    const draft = { organization_id: organizationId, actor, action, at, ...about, ...(details && { details }) }
    const document = { ...entryOf(draft), id }
    if (store) await documents.forMerchant(store.merchantId, store.mode).write({ insert: auditEntries, document })
    else await documents.operator().write({ insert: operatorAuditEntries, document })
  }

  const keep = (trace: Waiting, error: unknown): void => {
    // Told by another process, or by this one before it was started anew.
    if (error instanceof Conflict) return
    if (waiting.length >= mostWaiting) lost(1, error)
    else waiting.push(trace)
  }

  const writeAll = async (traces: readonly Waiting[]): Promise<void> => {
    for (let from = 0; from < traces.length; from += atOnce) {
      await Promise.all(
        traces.slice(from, from + atOnce).map((trace) =>
          insert(trace).catch((error: unknown) => {
            keep(trace, error)
          }),
        ),
      )
    }
  }

  const wake = (afterMs: number): void => {
    timer ??= setTimeout(() => void flush(), afterMs).unref()
  }

  const flush = (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const traces = waiting
    waiting = []
    flushing = flushing
      .then(() => writeAll(traces))
      .then(() => {
        if (waiting.length > 0) wake(againMs)
      })
    return flushing
  }

  const note = (trace: Trace): void => {
    const now = clock()
    const current = Math.floor(now / hourMs)
    if (current !== hour || known.size >= mostKnown) {
      hour = current
      known = new Set()
    }
    const cause = causeOf(trace)
    if (known.has(cause)) return
    known.add(cause)
    if (waiting.length >= mostWaiting) {
      lost(1, undefined)
      return
    }
    waiting.push({ ...trace, id: createIdFrom('aud', hour * hourMs, cause), at: now })
    wake(longestWaitMs)
  }

  return { note, flush }
}
export type Traces = ReturnType<typeof createTraces>
