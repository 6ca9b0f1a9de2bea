import type { AuditEntryView } from '#contract/audit.ts'
import { AppError } from '../../../platform/app-error.ts'
import { InvalidCursor } from '../../../platform/documents/errors.ts'
import type { DocumentStore, Mode, Page, Where } from '../../../platform/documents/port.ts'
import type { AuditEntry } from '../collections.ts'
import { auditLinks, type AuditLink } from './links.ts'
import { createEntryOf } from './placed.ts'

export interface TrailQuery {
  readonly limit: number
  readonly after?: string | undefined
  readonly action?: string | undefined
  /** Default: changes, and whatever an action that is asked for needs. */
  readonly show?: 'changes' | 'reads' | 'all' | undefined
  /** Id of who did it, or the kind: person, key, operator, worker, anyone. */
  readonly actor?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}
/** Whose entries may be seen: of one store and mode, with what concerns the store as a whole, or of the organisation. */
export interface Reader {
  readonly organizationId: string
  /** Left out: all stores of the organisation, both modes. */
  readonly store?: { readonly merchantId: string; readonly mode: Mode }
}

/** A store with few entries among many others' may need several pages of the chain; so many and no more. */
const mostPages = 20

const isOwn = ({ merchant_id, mode }: AuditEntry, { store }: Reader): boolean =>
  store === undefined || (merchant_id === store.merchantId && (mode === null || mode === store.mode))

const isWanted = ({ action, actor, at }: AuditEntry, query: TrailQuery): boolean => {
  if (query.action !== undefined && query.action !== action) return false
  if (query.actor !== undefined && query.actor !== actor.id && query.actor !== actor.type) return false
  if (query.from !== undefined && at < Date.parse(query.from)) return false
  return query.to === undefined || at <= Date.parse(query.to)
}

const view = ({ seq, digest }: AuditLink, entry: AuditEntry): AuditEntryView => {
  const { id, actor, action, object, mode, at, details } = entry
  return { id, seq, at: new Date(at).toISOString(), action, actor, object, mode, details, digest }
}

const shownBy = ({ show, action }: TrailQuery): Where => {
  const shown = show ?? (action === undefined ? 'changes' : 'all')
  if (shown === 'all') return {}
  return { trace: shown === 'reads' ? 'read' : null }
}

/** Newest first, from the chain: an entry shows once it has its place, within seconds. */
export const createTrailReader = ({ documents }: { readonly documents: DocumentStore }) => {
  const entryOf = createEntryOf({ documents })

  const pageOf = async (where: Where, limit: number, after: string | undefined): Promise<Page<AuditLink>> => {
    const sort = { field: 'seq', direction: 'desc' } as const
    try {
      return await documents
        .operator()
        .find(auditLinks, where, { sort, limit, ...(after === undefined ? {} : { after }) })
    } catch (cause) {
      if (!(cause instanceof InvalidCursor)) throw cause
      const errors = [{ pointer: '/after', code: 'cursor', detail: cause.message }]
      throw new AppError('validation_failed', { errors, cause })
    }
  }

  const wanted = async (reader: Reader, links: readonly AuditLink[], query: TrailQuery): Promise<AuditEntryView[]> => {
    const entries = await Promise.all(links.map(entryOf))
    return links.flatMap((link, at) => {
      const entry = entries[at]
      if (!entry || entry === 'sealed' || !isOwn(entry, reader)) return []
      return isWanted(entry, query) ? [view(link, entry)] : []
    })
  }

  return async (reader: Reader, query: TrailQuery) => {
    const data: AuditEntryView[] = []
    const where = { organization_id: reader.organizationId, ...shownBy(query) }
    let after = query.after
    for (let pages = 0; pages < mostPages; pages += 1) {
      const { items, next } = await pageOf(where, query.limit - data.length, after)
      data.push(...(await wanted(reader, items, query)))
      if (next === null) return { data, has_more: false, next_cursor: null }
      after = next
      if (data.length >= query.limit) break
    }
    return { data, has_more: true, next_cursor: after ?? null }
  }
}
