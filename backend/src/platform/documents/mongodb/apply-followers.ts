import { collectionOf } from '../check/batch.ts'
import type { Document } from '../collection.ts'
import type { Follower } from '../port.ts'
import type { BulkOperation, Refusal } from './bulk-queue.ts'
import { changeDocument } from './change-document.ts'
import { keyFilter, tenantOf } from './codec.ts'
import { prepareKey, type Engine } from './engine.ts'
import { forgetBatch } from './forget-batch.ts'
import { idOf } from './keys.ts'
import { readBatch } from './pending.ts'
import { rewriteDocument } from './rewrite.ts'
import { newRow, tombstone, visibleFilter } from './row.ts'
import { reach } from './server-errors.ts'
import { shelfOf, type Shelf } from './shelf.ts'
import type { Row, Stored, Tenant } from './stored.ts'
import { uniqueIndexes } from './unique-keys.ts'
import { nativeUpdate } from './update.ts'

type Insert = Extract<Follower, { insert: unknown }>
type Touch = Extract<Follower, { touch: unknown }>

interface Place {
  readonly shelf: Shelf
  readonly tenant: Tenant | null
  readonly key: string
}

const placeOf = ({ shelves }: Engine, tenant: Tenant | null, follower: Follower): Place => {
  const shelf = shelfOf(shelves, collectionOf(follower))
  return { shelf, tenant, key: shelf.codec.keyOf(tenant, 'insert' in follower ? follower.document.id : follower.id) }
}

/** An id that is there, in whatever state, is left as it is: it came before, or it was removed meanwhile. */
const insert = async (engine: Engine, { shelf, tenant, key }: Place, { document }: Insert): Promise<void> => {
  if (shelf.collection.sealed === true) await prepareKey(engine, tenant)
  const row = newRow(tenant, key, shelf.codec.content(tenant, document), engine.clock())
  await shelf.writes.run({ insertOne: { document: row as Row } })
}

/** The document to remove may still come, so the tombstone stands in its place also where there is none. */
const remove = async (engine: Engine, place: Place): Promise<void> => {
  const { shelf, tenant, key } = place
  const mark = tombstone(shelf.collection, tenant, key, engine.clock())
  const filter = { ...keyFilter(tenant, key), d: { $exists: false }, w: { $exists: false } }
  const refusal = await shelf.writes.run({ replaceOne: { filter, replacement: mark as Row, upsert: true } })
  if (!refusal) return
  const stored = await reach(() => shelf.rows.findOne<Row>(keyFilter(tenant, key)))
  if (stored?.d) return
  // Its own followers still wait in it: they come first.
  if (stored?.w) await finishHead(engine, shelf, stored)
  await remove(engine, place)
}

const touchOperation = (
  engine: Engine,
  { shelf, tenant, key }: Place,
  { changes }: Touch,
): BulkOperation | undefined => {
  // A document made by the server alone would lack its unique keys.
  const native = uniqueIndexes(shelf.collection).length > 0 ? undefined : nativeUpdate(shelf.collection, changes)
  if (!native || shelf.collection.sealed === true) return undefined
  const filter = visibleFilter(shelf.collection, tenant, key, engine.clock(), ...native.guards)
  return { updateOne: { filter, update: native.update, upsert: true } }
}

const isSame = (one: Document, other: Document): boolean => JSON.stringify(one) === JSON.stringify(other)

const touchSlowly = async (engine: Engine, { shelf, tenant }: Place, { id, changes }: Touch): Promise<void> => {
  const changed = (document: Document) => changeDocument(shelf.collection, document, changes, engine.latePush)
  await rewriteDocument(engine, {
    shelf,
    tenant,
    id,
    decide: ({ stored, present }) => {
      if (!stored) return changed({ id })
      if (!present) return undefined
      const next = changed(present)
      return isSame(next, present) ? undefined : next
    },
  })
}

/**
 * The server's own operators first, in one bulk with everything else of this turn. Where a guard did not hold, the attempt
 * to create the document was refused: then it is read and decided here.
 */
const touch = async (engine: Engine, place: Place, follower: Touch): Promise<void> => {
  const operation = touchOperation(engine, place, follower)
  const refusal: Refusal | undefined | 'not tried' = operation ? await place.shelf.writes.run(operation) : 'not tried'
  if (refusal) await touchSlowly(engine, place, follower)
}

const applyFollower = async (engine: Engine, tenant: Tenant | null, follower: Follower): Promise<void> => {
  const place = placeOf(engine, tenant, follower)
  if ('insert' in follower) await insert(engine, place, follower)
  else if ('remove' in follower) await remove(engine, place)
  else await touch(engine, place, follower)
}

/** Side by side; none waits for another, because their order means nothing. */
export const applyFollowers = async (
  engine: Engine,
  tenant: Tenant | null,
  followers: readonly Follower[],
): Promise<void> => {
  const running: Promise<void>[] = []
  try {
    for (const follower of followers) {
      running.push(applyFollower(engine, tenant, follower))
      engine.probe?.('follower')
    }
  } finally {
    await Promise.all(running)
  }
}

/** Applies whatever followers still wait in a head, and lets it go. */
export async function finishHead(engine: Engine, shelf: Shelf, stored: Stored): Promise<void> {
  const tenant = tenantOf(stored)
  const id = idOf(stored._id, tenant)
  const batches = stored.p ?? []
  if (batches.some(({ sealed }) => sealed)) await prepareKey(engine, tenant)
  for (const batch of batches) {
    await applyFollowers(engine, tenant, readBatch(engine, shelf, tenant, id, batch))
    await forgetBatch(shelf.writes, tenant, stored._id, batch.i)
  }
  const emptied = { ...keyFilter(tenant, stored._id), p: { $size: 0 } }
  await shelf.writes.run({ updateOne: { filter: emptied, update: { $unset: { p: '', w: '' } } } })
}
