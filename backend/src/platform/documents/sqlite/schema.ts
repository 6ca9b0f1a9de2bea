import type { Database } from 'better-sqlite3'
import type { Index } from '../collection.ts'
import { idIndexName, indexName, quote, type Layout } from './layout.ts'

/** REAL for numbers: they come back as the JavaScript numbers they were; whole ones still take few bytes on disk. */
const columnType = { string: 'TEXT', number: 'REAL', boolean: 'REAL' } as const

const tableSql = ({ collection, name, fields, ring }: Layout): string => {
  const columns = [
    'key INTEGER PRIMARY KEY',
    'tenant INTEGER NOT NULL',
    'id TEXT NOT NULL',
    'removed_at REAL',
    ...fields.map((field) => `${quote(field.name)} ${columnType[field.type]}`),
    'body BLOB',
    ...(collection.later ? ['later BLOB'] : []),
    ...(ring ? [`${quote(ring.field)} TEXT`] : []),
  ]
  return `CREATE TABLE IF NOT EXISTS ${quote(name)} (${columns.join(', ')})`
}

const declaredIndexSql = ({ collection, name }: Layout, index: Index): string => {
  const [first = ''] = index.fields
  const columns = ['tenant', ...index.fields.map(quote)].join(', ')
  const only = index.sparse === true ? ` WHERE ${quote(first)} IS NOT NULL` : ''
  const kind = index.unique === true ? 'UNIQUE INDEX' : 'INDEX'
  return `CREATE ${kind} ${indexName(collection, index)} ON ${quote(name)} (${columns})${only}`
}

/** Finds tombstones and expired rows of all tenants, to remove them. */
const upkeepIndexSql = ({ collection, name }: Layout): string[] => {
  const columns = ['removed_at', ...(collection.expires === undefined ? [] : [collection.expires])]
  if (collection.appendOnly === true) return []
  return columns.map(
    (column) =>
      `CREATE INDEX ${quote(`${name}__upkeep_${column}`)} ON ${quote(name)} (${quote(column)}) ` +
      `WHERE ${quote(column)} IS NOT NULL`,
  )
}

const indexesSql = (layout: Layout): string[] => [
  ...(layout.ring ? [] : [`CREATE UNIQUE INDEX ${idIndexName(layout)} ON ${quote(layout.name)} (tenant, id)`]),
  ...(layout.collection.indexes ?? []).map((index) => declaredIndexSql(layout, index)),
  ...upkeepIndexSql(layout),
]

/** INSERT OR REPLACE deletes without asking the delete trigger, so an id that is there is left as it is. */
const guardSql = ({ name }: Layout): string[] => [
  `CREATE TRIGGER IF NOT EXISTS ${quote(`${name}__no_update`)} BEFORE UPDATE ON ${quote(name)}
   BEGIN SELECT RAISE(ABORT, '${name} is append-only'); END`,
  `CREATE TRIGGER IF NOT EXISTS ${quote(`${name}__no_delete`)} BEFORE DELETE ON ${quote(name)}
   BEGIN SELECT RAISE(ABORT, '${name} is append-only'); END`,
  `CREATE TRIGGER IF NOT EXISTS ${quote(`${name}__no_replace`)} BEFORE INSERT ON ${quote(name)}
   WHEN EXISTS (SELECT 1 FROM ${quote(name)} WHERE tenant = NEW.tenant AND id = NEW.id OR key = NEW.key)
   BEGIN SELECT RAISE(IGNORE); END`,
]

const addMissingColumns = (db: Database, { collection, name, fields }: Layout): void => {
  const present = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(name)
  for (const field of fields.filter((declared) => !present.includes(declared.name))) {
    // Documents from before keep the value in their bodies, where reading finds it, until they are written again.
    db.exec(`ALTER TABLE ${quote(name)} ADD COLUMN ${quote(field.name)} ${columnType[field.type]}`)
  }
  if (collection.later && !present.includes('later')) db.exec(`ALTER TABLE ${quote(name)} ADD COLUMN later BLOB`)
}

/** An index that is declared no more, or otherwise, goes; one that is not there yet is made. */
const alignIndexes = (db: Database, layout: Layout): void => {
  const wanted = indexesSql(layout)
  const present = db
    .prepare<[string], { readonly name: string; readonly sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`,
    )
    .all(layout.name)
  for (const { name, sql } of present) if (!wanted.includes(sql)) db.exec(`DROP INDEX ${quote(name)}`)
  const kept = new Set(present.map(({ sql }) => sql))
  for (const sql of wanted) if (!kept.has(sql)) db.exec(sql.replace('INDEX', 'INDEX IF NOT EXISTS'))
}

/** Makes what the declaration asks for and is not there yet. */
export const ensureTable = (db: Database, layout: Layout): void => {
  db.exec(tableSql(layout))
  addMissingColumns(db, layout)
  alignIndexes(db, layout)
  if (layout.collection.appendOnly === true) for (const statement of guardSql(layout)) db.exec(statement)
}
