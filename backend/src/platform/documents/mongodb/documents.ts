import { checkBatch, collectionOf } from '../check/batch.ts'
import { checkId } from '../check/document.ts'
import type { Collection, Document } from '../collection.ts'
import { Misuse } from '../errors.ts'
import type { Documents, FindOptions, Follower, Head, Page, Where } from '../port.ts'
import { applyFollowers } from './apply-followers.ts'
import type { Engine } from './engine.ts'
import { forgetBatch } from './forget-batch.ts'
import { writeHead } from './heads.ts'
import { writeBatch } from './pending.ts'
import { countMatching, prepareFind, readMany, readOne, readPage } from './reader.ts'
import { shelfOf, type Shelf } from './shelf.ts'
import type { Tenant } from './stored.ts'

/** A door: collections of one scope, and in merchant collections the documents of one merchant and mode. */
export interface Door {
  readonly scope: Collection['scope']
  readonly tenant: Tenant | null
}

const idOfHead = (head: Head): string => ('insert' in head ? head.document.id : head.id)

const writeAll = async (
  engine: Engine,
  shelf: Shelf,
  tenant: Tenant | null,
  head: Head,
  followers: readonly Follower[],
): Promise<void> => {
  const pending = await writeBatch(engine, shelf, tenant, idOfHead(head), followers)
  await writeHead(engine, { shelf, tenant, pending }, head)
  engine.probe?.('head')
  if (!pending) return
  await applyFollowers(engine, tenant, followers)
  // Head and followers are durable. A mark lost here costs the next sweep a repetition.
  engine.background(forgetBatch(shelf.carelessWrites, tenant, shelf.codec.keyOf(tenant, idOfHead(head)), pending.i))
}

export const createDocuments = (engine: Engine, { scope, tenant }: Door): Documents => {
  const enter = (collection: Collection): Shelf => {
    if (collection.scope === scope) return shelfOf(engine.shelves, collection)
    throw new Misuse(`${collection.name} belongs to the ${collection.scope} door, not to the ${scope} one.`)
  }
  return {
    get: async <T extends Document>(from: Collection<T>, id: string) => {
      const shelf = enter(from)
      checkId(from, id)
      return (await readOne(engine, shelf, tenant, id)) as T | undefined
    },
    getMany: async <T extends Document>(from: Collection<T>, ids: readonly string[]) => {
      const shelf = enter(from)
      for (const id of ids) checkId(from, id)
      return (await readMany(engine, shelf, tenant, ids)) as readonly (T | undefined)[]
    },
    find: async <T extends Document>(from: Collection<T>, where: Where, options: FindOptions) => {
      const shelf = enter(from)
      const page = await readPage(engine, shelf, tenant, prepareFind(from, where, options), options)
      return page as Page<T>
    },
    count: async (from, where) => {
      const shelf = enter(from)
      return await countMatching(engine, shelf, tenant, prepareFind(from, where, { limit: 1 }))
    },
    write: async (head, followers = []) => {
      const [shelf] = [head, ...followers].map((write) => enter(collectionOf(write)))
      checkBatch(head, followers)
      if (shelf) await writeAll(engine, shelf, tenant, head, followers)
    },
  }
}
