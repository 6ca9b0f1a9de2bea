import type { Database, Statement } from 'better-sqlite3'
import { createBodyCodec, type BodyCodec } from './body.ts'
import { quote, type Layout } from './layout.ts'
import { placesOf } from './packed-key.ts'
import { adaptRow, type Content, type RawRow, type Row, type RowKey } from './row.ts'
import type { Sealer } from '../sealer.ts'
import type { Tenant } from './tenants.ts'

/** The parts of a row that a change touched; the rest is not written again. */
export interface Dirty {
  readonly cells: boolean
  readonly body: boolean
  readonly events: boolean
}

/** The rows of one collection, tombstones and expired ones included. Runs inside the caller's transaction. */
export interface Table {
  readonly layout: Layout
  readonly codec: BodyCodec
  select(tenant: Tenant, id: string): Row | undefined
  /** False when there is a row of this id, whatever its state. */
  insert(tenant: Tenant, id: string, content: Content, removedAt?: number): boolean
  update(key: RowKey, content: Content, dirty: Dirty): void
  /** Writes the row anew and lifts its tombstone. */
  revive(key: RowKey, content: Content): void
  /** Empties the row and leaves a tombstone. */
  bury(key: RowKey, now: number): void
}

const assignments = (columns: readonly string[]) => columns.map((column) => `${column} = ?`).join(', ')
const partsOf = (layout: Layout, { cells, body, events }: Content, dirty: Dirty): unknown[] => [
  ...(dirty.cells ? cells : []),
  ...(dirty.body ? [body] : []),
  ...(dirty.events && layout.ring ? [events] : []),
]
const everything: Dirty = { cells: true, body: true, events: true }

const createUpdates = (db: Database, layout: Layout) => {
  const prepared = new Map<string, Statement>()
  const columnsOf = ({ cells, body, events }: Dirty) => [
    ...(cells ? layout.fields.map(({ name }) => quote(name)) : []),
    ...(body ? ['body'] : []),
    ...(events && layout.ring ? [quote(layout.ring.field)] : []),
  ]
  return (dirty: Dirty): Statement => {
    const shape = `${dirty.cells}${dirty.body}${dirty.events}`
    const known = prepared.get(shape)
    if (known) return known
    const statement = db.prepare(`UPDATE ${quote(layout.name)} SET ${assignments(columnsOf(dirty))} WHERE key = ?`)
    prepared.set(shape, statement)
    return statement
  }
}

/** How a row is found by id, and where a new one goes: by name, or by the hash of its name. */
const createAccess = (db: Database, layout: Layout) => {
  const table = quote(layout.name)
  const columns = layout.columns.join(', ')
  const inserted = ['tenant', ...layout.columns.slice(1)]
  const places = inserted.map(() => '?').join(', ')
  if (!layout.ring) {
    const select = db.prepare<unknown[], RawRow>(`SELECT ${columns} FROM ${table} WHERE tenant = ? AND id = ?`).raw()
    const insert = db.prepare(
      `INSERT INTO ${table} (${inserted.join(', ')}) VALUES (${places}) ON CONFLICT (tenant, id) DO NOTHING`,
    )
    return {
      select: (tenant: number, id: string) => select.get(tenant, id),
      insert: (tenant: number, values: readonly unknown[]) => insert.run(tenant, ...values).changes > 0,
    }
  }
  const select = db
    .prepare<unknown[], RawRow>(`SELECT ${columns} FROM ${table} WHERE key BETWEEN ? AND ? AND id = ?`)
    .raw()
    .safeIntegers()
  const insert = db.prepare(
    `INSERT INTO ${table} (key, ${inserted.join(', ')}) VALUES (?, ${places}) ON CONFLICT (key) DO NOTHING`,
  )
  return {
    select: (tenant: number, id: string) => {
      const { from, to } = placesOf(tenant, id)
      return select.get(from, to, id)
    },
    insert: (tenant: number, values: readonly unknown[]) => {
      const id = String(values[0])
      const { from, to } = placesOf(tenant, id)
      if (select.get(from, to, id)) return false
      for (let key = from; key <= to; key += 1n) if (insert.run(key, tenant, ...values).changes > 0) return true
      throw new Error(`${layout.name}: all places of one hash are taken.`)
    },
  }
}

export const createTable = (db: Database, layout: Layout, sealer: Sealer): Table => {
  const access = createAccess(db, layout)
  const updateOf = createUpdates(db, layout)
  const table = quote(layout.name)
  const emptied = layout.columns.slice(3).map((column) => `${column} = NULL`)
  const guarded = layout.collection.appendOnly === true
  const raise = guarded ? undefined : db.prepare(`UPDATE ${table} SET removed_at = NULL WHERE key = ?`)
  const bury = guarded
    ? undefined
    : db.prepare(`UPDATE ${table} SET ${['removed_at = ?', ...emptied].join(', ')} WHERE key = ?`)

  return {
    layout,
    codec: createBodyCodec(layout.collection, sealer),
    select: (tenant, id) => {
      const raw = access.select(tenant.number, id)
      return raw ? adaptRow(layout, raw) : undefined
    },
    insert: (tenant, id, content, removedAt) =>
      access.insert(tenant.number, [id, removedAt ?? null, ...partsOf(layout, content, everything)]),
    update: (key, content, dirty) => {
      if (dirty.cells || dirty.body || dirty.events) updateOf(dirty).run(...partsOf(layout, content, dirty), key)
    },
    revive: (key, content) => {
      updateOf(everything).run(...partsOf(layout, content, everything), key)
      raise?.run(key)
    },
    bury: (key, now) => void bury?.run(now, key),
  }
}
