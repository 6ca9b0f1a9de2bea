import { parseWhere, type Value } from '../check/where.ts'
import type { Document } from '../collection.ts'
import { matches } from '../matches.ts'
import { Conflict, type Changes, type Head, type Where } from '../port.ts'
import { finishHead } from './apply-followers.ts'
import { changeDocument } from './change-document.ts'
import { keyFilter } from './codec.ts'
import { prepareKey, type Engine } from './engine.ts'
import { testsFilter } from './filter.ts'
import { prefixOf } from './keys.ts'
import { place } from './place.ts'
import { rewriteDocument, type Found } from './rewrite.ts'
import { isVisible, tombstone, visibleFilter } from './row.ts'
import { isUnfit, reach } from './server-errors.ts'
import type { Shelf } from './shelf.ts'
import type { PendingBatch, Row, Tenant, Update } from './stored.ts'
import { nativeUpdate } from './update.ts'

/** One head on its way to its shelf, with the followers that ride in it. */
export interface HeadWrite {
  readonly shelf: Shelf
  readonly tenant: Tenant | null
  readonly pending: PendingBatch | undefined
}

type Insert = Extract<Head, { insert: unknown }>
type Remove = Extract<Head, { remove: unknown }>
type Change = Exclude<Head, Insert | Remove>

const insert = async (engine: Engine, { shelf, tenant, pending }: HeadWrite, { document }: Insert): Promise<void> => {
  if (shelf.collection.sealed === true) await prepareKey(engine, tenant)
  const { collection, codec } = shelf
  const key = codec.keyOf(tenant, document.id)
  const content = codec.content(tenant, document)
  const isPlaced = await place({ shelf, tenant, key, content, now: engine.clock(), pending })
  if (!isPlaced) throw new Conflict('exists', collection.name)
}

const valueOf =
  (document: Document) =>
  (field: string): Value | null => {
    const value = document[field]
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
  }

const requireExpected = ({ collection }: Shelf, document: Document, expect: Where = {}): void => {
  if (!matches(parseWhere(collection, expect), valueOf(document))) throw new Conflict('expectation', collection.name)
}

/** The usual case: what the head expects stands in the filter, and the server decides in one step. */
const changeNatively = async (
  engine: Engine,
  write: HeadWrite,
  { id, expect = {}, changes }: Remove & { changes: Changes },
) => {
  const { shelf, tenant, pending } = write
  const native = nativeUpdate(shelf.collection, changes)
  if (!native) return false
  const now = engine.clock()
  const expected = testsFilter(parseWhere(shelf.collection, expect), prefixOf(tenant))
  const key = shelf.codec.keyOf(tenant, id)
  const filter = visibleFilter(shelf.collection, tenant, key, now, ...expected, ...native.guards)
  try {
    const update = pending ? withPending(native.update, pending, now) : native.update
    return (await reach(() => shelf.rows.updateOne(filter, update))).matchedCount > 0
  } catch (error) {
    if (isUnfit(error)) return false
    throw error
  }
}

const withPending = (update: Update, pending: PendingBatch, now: number): Update => ({
  ...update,
  $push: { ...update['$push'], p: pending },
  $min: { ...update['$min'], w: new Date(now) },
})

const change = async (engine: Engine, write: HeadWrite, head: Change): Promise<void> => {
  const { shelf, tenant, pending } = write
  const { collection } = shelf
  const id = head.id
  const { expect, changes } = head
  if (await changeNatively(engine, write, { remove: collection, id, changes, ...(expect ? { expect } : {}) })) return

  const changed = (document: Document) => changeDocument(collection, document, changes, engine.latePush)
  const decide = ({ present }: Found): Document => {
    if (!present && 'create' in head) return changed(head.create)
    if (!present) throw new Conflict('missing', collection.name)
    requireExpected(shelf, present, expect)
    return changed(present)
  }
  await rewriteDocument(engine, { shelf, tenant, id, pending, decide })
}

/** Not while followers still wait in it: they are applied first, and nothing of them is lost with it. */
const remove = async (engine: Engine, write: HeadWrite, head: Remove): Promise<void> => {
  const { shelf, tenant } = write
  const { collection, codec, rows } = shelf
  const now = engine.clock()
  const key = codec.keyOf(tenant, head.id)
  const expected = testsFilter(parseWhere(collection, head.expect ?? {}), prefixOf(tenant))
  const filter = visibleFilter(collection, tenant, key, now, { w: { $exists: false } }, ...expected)
  const mark = tombstone(collection, tenant, key, now)
  if ((await reach(() => rows.replaceOne(filter, mark as Row))).matchedCount > 0) return

  const stored = await reach(() => rows.findOne<Row>(keyFilter(tenant, key)))
  if (!stored || !isVisible(stored, now)) throw new Conflict('missing', collection.name)
  if (collection.sealed === true) await prepareKey(engine, tenant)
  requireExpected(shelf, codec.decode(tenant, stored), head.expect)
  if (stored.w) await finishHead(engine, shelf, stored)
  await remove(engine, write, head)
}

/** One atomic write of one document, or a Conflict and nothing. */
export const writeHead = async (engine: Engine, write: HeadWrite, head: Head): Promise<void> => {
  if ('insert' in head) await insert(engine, write, head)
  else if ('remove' in head) await remove(engine, write, head)
  else await change(engine, write, head)
}
