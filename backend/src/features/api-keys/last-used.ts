import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import { apiKeys, type ApiKeyDocument } from './collections.ts'

/** Exact enough to see that a key is in use, and never a write per call. */
const everyMs = 60_000

/** Writes behind the caller's back and at most once a minute per key. A lost write is made good by the next use. */
export const createLastUsed = (documents: DocumentStore, clock: Clock) => {
  const noted = new Map<string, number>()
  return (key: ApiKeyDocument): void => {
    const now = clock()
    if (now - (noted.get(key.id) ?? key.last_used_at) < everyMs) return
    noted.set(key.id, now)
    documents
      .operator()
      .write({ update: apiKeys, id: key.id, changes: { max: { last_used_at: now } } })
      .catch(() => noted.delete(key.id))
  }
}
