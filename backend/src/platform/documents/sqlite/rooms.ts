import type { Database } from 'better-sqlite3'
import type { Collection } from '../collection.ts'
import { Misuse } from '../errors.ts'
import type { Sealer } from '../sealer.ts'
import type { HashOfId } from './packed-key.ts'
import { layoutOf } from './layout.ts'
import { ensureTable } from './schema.ts'
import { createTable, type Table } from './table.ts'
import { createUniqueGuard } from './unique.ts'

/** A collection in its table, with what writing to it needs. */
export interface Room {
  readonly table: Table
  /** Position of the cell with the expiry; -1 when nothing expires. */
  readonly expiresAt: number
  readonly guardUnique: ReturnType<typeof createUniqueGuard>
  /** Told when a push came from before the ring was folded: should never happen. */
  readonly latePush: (collection: string) => void
}
export type Rooms = (collection: Collection) => Room

export const createRooms = (
  db: Database,
  {
    collections,
    sealer,
    latePush,
    hash,
  }: {
    readonly collections: readonly Collection[]
    readonly sealer: Sealer
    readonly latePush: (collection: string) => void
    readonly hash: HashOfId
  },
): Rooms => {
  const open = (collection: Collection): Room => {
    const layout = layoutOf(collection)
    ensureTable(db, layout)
    return {
      table: createTable(db, layout, sealer, hash),
      expiresAt: layout.fields.findIndex(({ name }) => name === collection.expires),
      guardUnique: createUniqueGuard(db, layout),
      latePush,
    }
  }
  const rooms = new Map(collections.map((collection) => [collection.name, open(collection)]))
  return ({ name }) => {
    const room = rooms.get(name)
    if (!room) throw new Misuse(`Collection ${name} was not declared when the store was opened.`)
    return room
  }
}
