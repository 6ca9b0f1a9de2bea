import type { Document } from '../collection.ts'
import { Conflict } from '../port.ts'
import { StoreUnavailable } from '../errors.ts'
import { keyFilter } from './codec.ts'
import { prepareKey, type Engine } from './engine.ts'
import { place } from './place.ts'
import { isVisible } from './row.ts'
import { duplicateIndex, isDuplicate, reach } from './server-errors.ts'
import type { Shelf } from './shelf.ts'
import type { PendingBatch, Row, Stored, Tenant } from './stored.ts'
import { uniqueIndexes, uniqueName } from './unique-keys.ts'

export interface Found {
  readonly stored: Stored | undefined
  /** Undefined also where there is a tombstone or an expired document. */
  readonly present: Document | undefined
}

export interface Rewrite {
  readonly shelf: Shelf
  readonly tenant: Tenant | null
  readonly id: string
  readonly pending?: PendingBatch | undefined
  /** The document as it shall be; undefined leaves everything as it is. */
  readonly decide: (found: Found) => Document | undefined
}

/** Other processes may come in between this often before we give up; within one process nobody does (see turns). */
const mostAttempts = 100
const contentParts = ['f', 'b', 'o', 's', 'r', 'k', 'x'] as const

const uniqueConflict = ({ shelf: { collection } }: Rewrite, error: Error): Conflict => {
  const name = duplicateIndex(error.message)
  return new Conflict(
    'unique',
    collection.name,
    uniqueIndexes(collection).find((index) => uniqueName(index) === name)?.fields,
  )
}

/** Replaces what was read, and only that. */
const replace = async (rewrite: Rewrite, stored: Stored, next: Document, now: number): Promise<boolean> => {
  const { shelf, tenant, pending } = rewrite
  const content = shelf.codec.content(tenant, next)
  const gone = contentParts.filter((part) => content[part] === undefined && stored[part] !== undefined)
  const update = {
    $set: { ...content, v: stored.v + 1 },
    ...(gone.length > 0 ? { $unset: Object.fromEntries(gone.map((part) => [part, ''])) } : {}),
    ...(pending ? { $push: { p: pending }, $min: { w: new Date(now) } } : {}),
  }
  try {
    const filter = { ...keyFilter(tenant, stored._id), v: stored.v }
    return (await reach(() => shelf.rows.updateOne(filter, update as object))).matchedCount > 0
  } catch (error) {
    if (isDuplicate(error) && error instanceof Error) throw uniqueConflict(rewrite, error)
    throw error
  }
}

const attempt = async (engine: Engine, rewrite: Rewrite): Promise<boolean> => {
  const { shelf, tenant, id, pending, decide } = rewrite
  const key = shelf.codec.keyOf(tenant, id)
  const now = engine.clock()
  const stored = (await reach(() => shelf.rows.findOne<Row>(keyFilter(tenant, key)))) ?? undefined
  const present = stored && isVisible(stored, now) ? shelf.codec.decode(tenant, stored) : undefined
  const next = decide({ stored, present })
  if (!next) return true
  if (stored && present) return await replace(rewrite, stored, next, now)
  return await place({ shelf, tenant, key, content: shelf.codec.content(tenant, next), now, pending })
}

/** Reads a document, changes it and puts it back where it is still what was read; otherwise begins again. */
export const rewriteDocument = async (engine: Engine, rewrite: Rewrite): Promise<void> => {
  const { shelf, tenant, id } = rewrite
  if (shelf.collection.sealed === true) await prepareKey(engine, tenant)
  await engine.turns(`${shelf.collection.name}/${shelf.codec.keyOf(tenant, id)}`, async () => {
    for (let tried = 0; tried < mostAttempts; tried += 1) if (await attempt(engine, rewrite)) return
    throw new StoreUnavailable(new Error(`${shelf.collection.name}: too many writers on one document.`))
  })
}
