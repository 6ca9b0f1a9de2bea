import { randomInt } from 'node:crypto'
import type { Collection, Document } from '../collection.ts'
import type { Content } from './codec.ts'
import { keyFilter } from './codec.ts'
import { visible } from './filter.ts'
import type { Filter, PendingBatch, Stored, Tenant } from './stored.ts'
import { uniqueKeys } from './unique-keys.ts'

export const isExpired = ({ x }: Stored, now: number): boolean => x !== undefined && x.getTime() <= now
export const isVisible = (stored: Stored, now: number): boolean => stored.d === undefined && !isExpired(stored, now)

/** By chance and not from 1: a document removed and made again is never mistaken for the one that was read. */
const firstRevision = (): number => randomInt(2 ** 47)

const waitingSince = (pending: PendingBatch | undefined, now: number): Pick<Stored, 'w' | 'p'> =>
  pending ? { w: new Date(now), p: [pending] } : {}

export const newRow = (
  tenant: Tenant | null,
  key: string,
  content: Content,
  now: number,
  pending?: PendingBatch,
): Stored => ({ ...keyFilter(tenant, key), v: firstRevision(), ...content, ...waitingSince(pending, now) })

export const tombstone = (collection: Collection, tenant: Tenant | null, key: string, now: number): Stored => {
  const unique = uniqueKeys(collection, { id: key } satisfies Document, key)
  return {
    ...keyFilter(tenant, key),
    v: firstRevision(),
    d: new Date(now),
    ...(unique ? { k: unique } : {}),
  }
}

/** What stands in the place of a document without being one, and may be written over. */
export const goneFilter = ({ expires }: Collection, tenant: Tenant | null, key: string, now: number): Filter => ({
  ...keyFilter(tenant, key),
  w: { $exists: false },
  $or: [{ d: { $exists: true } }, ...(expires === undefined ? [] : [{ x: { $lte: new Date(now) } }])],
})

export const visibleFilter = (
  collection: Collection,
  tenant: Tenant | null,
  key: string,
  now: number,
  ...more: readonly Filter[]
): Filter => ({ ...keyFilter(tenant, key), ...visible(collection, now), ...(more.length > 0 ? { $and: more } : {}) })
