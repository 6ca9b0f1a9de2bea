import type { Database, Statement } from 'better-sqlite3'
import type { Sealer } from '../sealer.ts'
import { createAccess } from './access.ts'
import { createBodyCodec, type BodyCodec } from './body.ts'
import { quote, type Layout } from './layout.ts'
import type { HashOfId } from './packed-key.ts'
import { adaptRow, type Content, type Row } from './row.ts'
import type { Tenant } from './tenants.ts'

/** The rows of one collection, tombstones and expired ones included. Runs inside the caller's transaction. */
export interface Table {
  readonly layout: Layout
  readonly codec: BodyCodec
  select(tenant: Tenant, id: string): Row | undefined
  /** False when there is a row of this id, whatever its state. */
  insert(tenant: Tenant, id: string, content: Content): boolean
  /** As insert, where `select` has just found nothing. */
  insertAbsent(tenant: Tenant, id: string, content: Content, removedAt?: number): void
  /** Writes what differs from the row as it was read. */
  update(row: Row, content: Content): void
  /** Writes the row anew and lifts its tombstone. */
  revive(row: Row, content: Content): void
  /** Empties the row and leaves a tombstone. */
  bury(row: Row, now: number): void
}

const valuesOf = ({ collection, ring }: Layout, { cells, body, later, events }: Content): unknown[] => {
  const values: unknown[] = [...cells, body]
  if (collection.later) values.push(later)
  if (ring) values.push(events)
  return values
}

/** Naming only what differs spares every index that is not concerned. */
const createUpdate = (db: Database, layout: Layout) => {
  const prepared = new Map<string, Statement>()
  const columns = layout.columns.slice(3)
  return (row: Row, content: Content): void => {
    const before = valuesOf(layout, row)
    const after = valuesOf(layout, content)
    const changed = columns.filter((_, at) => before[at] !== after[at])
    if (changed.length === 0) return
    const shape = changed.join(' = ?, ')
    let statement = prepared.get(shape)
    if (!statement) {
      statement = db.prepare(`UPDATE ${quote(layout.name)} SET ${shape} = ? WHERE key = ?`)
      prepared.set(shape, statement)
    }
    statement.run(...after.filter((value, at) => value !== before[at]), row.key)
  }
}

export const createTable = (db: Database, layout: Layout, sealer: Sealer, hash: HashOfId): Table => {
  const access = createAccess(db, layout, hash)
  const columns = layout.columns.slice(3)
  const prepareUpdate = (assignments: readonly string[]) =>
    db.prepare(`UPDATE ${quote(layout.name)} SET ${assignments.join(', ')} WHERE key = ?`)
  const revive = prepareUpdate(['removed_at = NULL', ...columns.map((column) => `${column} = ?`)])
  const bury = prepareUpdate(['removed_at = ?', ...columns.map((column) => `${column} = NULL`)])

  return {
    layout,
    codec: createBodyCodec(layout.collection, sealer),
    select: (tenant, id) => {
      const raw = access.select(tenant.number, id)
      return raw ? adaptRow(layout, raw) : undefined
    },
    insert: (tenant, id, content) => access.insert(tenant.number, id, [null, ...valuesOf(layout, content)]),
    insertAbsent: (tenant, id, content, removedAt) =>
      void access.insertAbsent(tenant.number, id, [removedAt ?? null, ...valuesOf(layout, content)]),
    update: createUpdate(db, layout),
    revive: (row, content) => void revive.run(...valuesOf(layout, content), row.key),
    bury: (row, now) => void bury.run(now, row.key),
  }
}
