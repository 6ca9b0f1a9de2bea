import type { KeyRequest, KeyRequestQuery, KeyRequests } from '#contract/console.ts'
import { AppError } from '../../../platform/app-error.ts'
import type { DocumentStore, Mode } from '../../../platform/documents/port.ts'
import { keyRequests, type KeyRequestsDocument, type StoredRequest } from './collections.ts'

/** Batches of several processes overlap by no more than this. */
const overlapMs = 10_000
const batchesPerPage = 50
/** A filter that fits little looks through so many batches, and says where it stopped. */
const mostPages = 10

type Place = readonly [at: number, requestId: string]

const cursorOf = ([at, requestId]: Place): string => `${at}.${requestId}`

const parseCursor = (text: string): Place => {
  const [, at, requestId] = /^(\d{1,15})\.(req_[0-9A-Z]{26}|end)$/.exec(text) ?? []
  if (at !== undefined && requestId !== undefined) return [Number(at), requestId]
  const errors = [{ pointer: '/after', code: 'cursor', detail: 'This is not a cursor of this list.' }]
  throw new AppError('validation_failed', { errors })
}

const placeOf = ([at, , , , , requestId]: StoredRequest): Place => [at, requestId]
const isBefore = ([at, id]: Place, [otherAt, otherId]: Place): boolean =>
  at < otherAt || (at === otherAt && id < otherId)

const adapt = ([at, endpoint, status, code, ms, requestId, network]: StoredRequest): KeyRequest => ({
  at: new Date(at).toISOString(),
  endpoint,
  status,
  code,
  latency_ms: ms,
  request_id: requestId,
  network,
})

const createFilter = ({ from, to, endpoint, status }: KeyRequestQuery, after: Place | undefined) => {
  const first = from === undefined ? 0 : Date.parse(from)
  const last = to === undefined ? Infinity : Date.parse(to)
  return (line: StoredRequest): boolean => {
    const [at, asked, answered] = line
    if (at < first || at > last || (after && !isBefore(placeOf(line), after))) return false
    if (endpoint !== undefined && endpoint !== asked) return false
    return status === undefined || Math.floor(answered / 100) === Number(status[0])
  }
}

export interface KeyOf {
  readonly merchantId: string
  readonly mode: Mode
  readonly keyId: string
}

/** Newest first, out of batches: as many are read as it takes to know that nothing younger is left. */
export const createRequestReader =
  ({ documents }: { readonly documents: Pick<DocumentStore, 'forMerchant'> }) =>
  async ({ merchantId, mode, keyId }: KeyOf, query: KeyRequestQuery): Promise<KeyRequests> => {
    const store = documents.forMerchant(merchantId, mode)
    const after = query.after === undefined ? undefined : parseCursor(query.after)
    const fits = createFilter(query, after)
    const upTo = Math.min(after?.[0] ?? Infinity, query.to === undefined ? Infinity : Date.parse(query.to))
    const range = {
      ...(Number.isFinite(upTo) && { lte: upTo }),
      ...(query.from !== undefined && { gte: Date.parse(query.from) - overlapMs }),
    }
    const where = { key_id: keyId, ...(Object.keys(range).length > 0 && { at: range }) }
    const sort = { field: 'at', direction: 'desc' } as const
    let found: StoredRequest[] = []
    let next: string | null = null
    let reached = Infinity
    for (let page = 0; page < mostPages; page += 1) {
      const batches: { items: readonly KeyRequestsDocument[]; next: string | null } = await store.find(
        keyRequests,
        where,
        {
          ...{ sort, limit: batchesPerPage },
          ...(next !== null && { after: next }),
        },
      )
      found.push(...batches.items.flatMap(({ requests }) => requests.filter(fits)))
      reached = batches.items.at(-1)?.at ?? reached
      next = batches.next
      if (next === null) break
      found = found.sort((one, other) => (isBefore(placeOf(one), placeOf(other)) ? 1 : -1))
      const last = found[query.limit]
      if (last && last[0] > reached + overlapMs) break
    }
    found.sort((one, other) => (isBefore(placeOf(one), placeOf(other)) ? 1 : -1))
    const shown = found.slice(0, query.limit)
    const last = shown.at(-1)
    const hasMore = found.length > query.limit || next !== null
    const place: Place | undefined = found.length >= query.limit && last ? placeOf(last) : [reached, 'end']
    return { data: shown.map(adapt), has_more: hasMore, next_cursor: hasMore ? cursorOf(place) : null }
  }
