import { Conflict } from '../port.ts'
import { keyFilter, type Content } from './codec.ts'
import { tenantFilter } from './keys.ts'
import { goneFilter, newRow, tombstone } from './row.ts'
import { duplicateIndex, isDuplicate, reach } from './server-errors.ts'
import type { Shelf } from './shelf.ts'
import type { PendingBatch, Row, Stored, Tenant } from './stored.ts'
import { uniqueIndexes, uniqueName } from './unique-keys.ts'

interface Placing {
  readonly shelf: Shelf
  readonly tenant: Tenant | null
  readonly key: string
  readonly content: Content
  readonly now: number
  readonly pending?: PendingBatch | undefined
}

const idIndex = '_id_'

/** The index that refused, or undefined once the row lies there. */
const insert = async ({ shelf }: Placing, row: Stored): Promise<string | undefined> => {
  const refusal = await shelf.writes.run({ insertOne: { document: row as Row } })
  return refusal && duplicateIndex(refusal.message)
}

/** Over a tombstone or an expired document. `idIndex` where the document that stands there is a living one. */
const replaceGone = async ({ shelf, tenant, key, now }: Placing, row: Stored): Promise<string | undefined> => {
  try {
    const { matchedCount } = await reach(() =>
      shelf.rows.replaceOne(goneFilter(shelf.collection, tenant, key, now), row as Row),
    )
    return matchedCount > 0 ? undefined : idIndex
  } catch (error) {
    if (isDuplicate(error) && error instanceof Error) return duplicateIndex(error.message)
    throw error
  }
}

/** A document that has expired but still lies there holds no value: it makes room. */
const buryHolder = async ({ shelf, tenant, content, now }: Placing, index: string): Promise<boolean> => {
  const { collection, rows } = shelf
  if (collection.expires === undefined) return false
  const filter = { ...tenantFilter(tenant), [`k.${index}`]: content.k?.[index], x: { $lte: new Date(now) } }
  const holder = await reach(() => rows.findOne({ ...filter, w: { $exists: false } }))
  if (!holder) return false
  const mark = tombstone(collection, tenant, holder._id, now)
  await reach(() => rows.replaceOne({ ...keyFilter(tenant, holder._id), v: holder.v }, mark as Row))
  return true
}

/** Puts a new document in its place. False when a living one stands there; throws Conflict where a unique value is taken. */
export const place = async (placing: Placing): Promise<boolean> => {
  const { shelf, tenant, key, content, now, pending } = placing
  const row = newRow(tenant, key, content, now, pending)
  const attempt = async () => {
    const refused = await insert(placing, row)
    return refused === idIndex ? await replaceGone(placing, row) : refused
  }
  let refused = await attempt()
  if (refused !== undefined && refused !== idIndex && (await buryHolder(placing, refused))) refused = await attempt()
  if (refused === undefined) return true
  if (refused === idIndex) return false
  const index = uniqueIndexes(shelf.collection).find((candidate) => uniqueName(candidate) === refused)
  throw new Conflict('unique', shelf.collection.name, index?.fields)
}
