import { checkBatch, collectionOf } from '../check/batch.ts'
import { checkId } from '../check/document.ts'
import type { Collection, Document } from '../collection.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { Misuse } from '../errors.ts'
import type { Documents, Follower, Head } from '../port.ts'
import type { Probe } from '../probe.ts'
import type { Sealer } from '../sealer.ts'
import { applyFollower, applyHead, isVisible } from './apply-write.ts'
import { prepareFind, type Finder } from './finder.ts'
import type { GroupCommit } from './group-commit.ts'
import type { Room, Rooms } from './rooms.ts'
import { toDocument } from './row.ts'
import type { Tenant } from './tenants.ts'

export interface Scope {
  readonly scope: Collection['scope']
  readonly merchantId: string | null
  /** undefined: this merchant and mode have never written anything. */
  readonly find: () => Tenant | undefined
  readonly findOrAdd: () => Tenant
}
export interface Engine {
  readonly rooms: Rooms
  readonly finder: Finder
  readonly commit: GroupCommit
  readonly sealer: Sealer
  readonly clock: () => number
  readonly probe?: Probe | undefined
}

export const createDocuments = (engine: Engine, scope: Scope): Documents => {
  const { rooms, finder, commit, sealer, clock, probe } = engine
  const enter = (collection: Collection): Room => {
    if (collection.scope === scope.scope) return rooms(collection)
    throw new Misuse(`${collection.name} belongs to the ${collection.scope} door, not to the ${scope.scope} one.`)
  }
  const unlock = async (collections: readonly Collection[]): Promise<void> => {
    const waiting = collections.some(({ sealed }) => sealed) ? sealer.prepare(scope.merchantId) : undefined
    if (waiting) await waiting
  }
  const read = (room: Room, id: string): Document | undefined => {
    const tenant = scope.find()
    const row = tenant && room.table.select(tenant, id)
    if (!row || !isVisible(room, row, clock())) return undefined
    return toDocument(room.table.layout, room.table.codec, tenant, row)
  }
  const applyAll = (tenant: Tenant, head: Head, followers: readonly Follower[]): void => {
    const moment = { tenant, now: clock() }
    applyHead(enter(collectionOf(head)), moment, head)
    probe?.('head')
    for (const follower of followers) {
      applyFollower(enter(collectionOf(follower)), moment, follower)
      probe?.('follower')
    }
  }

  return {
    get: async <T extends Document>(from: Collection<T>, id: string) => {
      const room = enter(from)
      checkId(from, id)
      await unlock([from])
      return read(room, id) as T | undefined
    },
    getMany: async <T extends Document>(from: Collection<T>, ids: readonly string[]) => {
      const room = enter(from)
      for (const id of ids) checkId(from, id)
      await unlock([from])
      return ids.map((id) => read(room, id) as T | undefined)
    },
    find: async <T extends Document>(
      from: Collection<T>,
      where: Parameters<Documents['find']>[1],
      options: Parameters<Documents['find']>[2],
    ) => {
      const { table } = enter(from)
      const prepared = prepareFind(from, where, options)
      const after = options.after === undefined ? undefined : readCursor(options.after, 2)
      await unlock([from])
      const tenant = scope.find()
      if (!tenant) return { items: [], next: null }
      const { rows, end, more } = finder.page(table, tenant, prepared, options.limit, after)
      const items = rows.map((row) => toDocument(table.layout, table.codec, tenant, row) as T)
      return { items, next: end && more ? writeCursor(end) : null }
    },
    count: async (from, where) => {
      const { table } = enter(from)
      const prepared = prepareFind(from, where, { limit: 1 })
      const tenant = scope.find()
      return tenant ? finder.count(table, tenant, prepared) : 0
    },
    write: async (head, followers = []) => {
      const touched = [head, ...followers].map(collectionOf)
      touched.forEach(enter)
      checkBatch(head, followers)
      await unlock(touched)
      // Outside the batch: a tenant's number must not be undone with the first batch that needs it.
      const tenant = scope.findOrAdd()
      await commit.run(() => applyAll(tenant, head, followers))
    },
  }
}
