import type { Database } from 'better-sqlite3'
import { quote, type Layout } from './layout.ts'
import { placesOf, type HashOfId } from './packed-key.ts'
import type { RawRow } from './row.ts'

/** How a row is found by id, and where a new one goes: by its name, or by the hash of its name. */
export interface Access {
  select(tenant: number, id: string): RawRow | undefined
  /** False when there is a row of this id, whatever its state. */
  insert(tenant: number, id: string, values: readonly unknown[]): boolean
  /** As insert, where `select` has just found nothing. */
  insertAbsent(tenant: number, id: string, values: readonly unknown[]): boolean
}

const insertedColumns = ({ columns }: Layout) => ['tenant', ...columns.slice(1)]

const byName = (db: Database, layout: Layout): Access => {
  const columns = insertedColumns(layout)
  const select = db
    .prepare<unknown[], RawRow>(
      `SELECT ${layout.columns.join(', ')} FROM ${quote(layout.name)} WHERE tenant = ? AND id = ?`,
    )
    .raw()
  const insert = db.prepare(
    `INSERT INTO ${quote(layout.name)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (tenant, id) DO NOTHING`,
  )
  const add: Access['insert'] = (tenant, id, values) => insert.run(tenant, id, ...values).changes > 0
  return { select: (tenant, id) => select.get(tenant, id), insert: add, insertAbsent: add }
}

const byHash = (db: Database, layout: Layout, hash: HashOfId): Access => {
  const columns = ['key', ...insertedColumns(layout)]
  const range = db
    .prepare<unknown[], RawRow>(
      `SELECT ${layout.columns.join(', ')} FROM ${quote(layout.name)} WHERE key BETWEEN ? AND ? AND id = ?`,
    )
    .raw()
    .safeIntegers()
  const insert = db.prepare(
    `INSERT INTO ${quote(layout.name)} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (key) DO NOTHING`,
  )
  const select: Access['select'] = (tenant, id) => {
    const { from, to } = placesOf(tenant, id, hash)
    return range.get(from, to, id)
  }
  const insertAbsent: Access['insert'] = (tenant, id, values) => {
    const { from, to } = placesOf(tenant, id, hash)
    for (let key = from; key <= to; key += 1n) if (insert.run(key, tenant, id, ...values).changes > 0) return true
    throw new Error(`${layout.name}: all places of one hash are taken.`)
  }
  return {
    select,
    insertAbsent,
    insert: (tenant, id, values) => select(tenant, id) === undefined && insertAbsent(tenant, id, values),
  }
}

export const createAccess = (db: Database, layout: Layout, hash: HashOfId): Access =>
  layout.ring ? byHash(db, layout, hash) : byName(db, layout)
