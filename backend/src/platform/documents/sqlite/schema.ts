import type { Database } from 'better-sqlite3'
import type { Index } from '../collection.ts'
import { idIndexName, indexName, quote, type Layout } from './layout.ts'

/** REAL for numbers: they come back as the JavaScript numbers they were; whole ones still take few bytes on disk. */
const columnType = { string: 'TEXT', number: 'REAL', boolean: 'REAL' } as const

const tableSql = ({ name, fields, ring }: Layout): string => {
  const columns = [
    'key INTEGER PRIMARY KEY',
    'tenant INTEGER NOT NULL',
    'id TEXT NOT NULL',
    'removed_at REAL',
    ...fields.map((field) => `${quote(field.name)} ${columnType[field.type]}`),
    'body BLOB',
    ...(ring ? [`${quote(ring.field)} TEXT`] : []),
  ]
  return `CREATE TABLE IF NOT EXISTS ${quote(name)} (${columns.join(', ')})`
}

const indexSql = ({ collection, name }: Layout, index: Index): string => {
  const [first = ''] = index.fields
  const columns = ['tenant', ...index.fields.map(quote)].join(', ')
  const only = index.sparse === true ? ` WHERE ${quote(first)} IS NOT NULL` : ''
  const kind = index.unique === true ? 'UNIQUE INDEX' : 'INDEX'
  return `CREATE ${kind} IF NOT EXISTS ${indexName(collection, index)} ON ${quote(name)} (${columns})${only}`
}

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

const upkeepSql = ({ collection, name }: Layout): string[] => {
  const partial = (column: string) =>
    `CREATE INDEX IF NOT EXISTS ${quote(`${name}__upkeep_${column}`)} ON ${quote(name)} (${quote(column)})
     WHERE ${quote(column)} IS NOT NULL`
  if (collection.appendOnly === true) return []
  return [partial('removed_at'), ...(collection.expires === undefined ? [] : [partial(collection.expires)])]
}

const addMissingColumns = (db: Database, { name, fields }: Layout): void => {
  const present = new Set(
    db
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(name)
      .map((column) => column.name),
  )
  for (const field of fields) {
    // Documents from before keep the value in their bodies, where reading finds it, until they are written again.
    if (!present.has(field.name))
      db.exec(`ALTER TABLE ${quote(name)} ADD COLUMN ${quote(field.name)} ${columnType[field.type]}`)
  }
}

/** Makes what the declaration asks for and is not there yet; a collection that gained a field or an index gains it here. */
export const ensureTable = (db: Database, layout: Layout): void => {
  db.exec(tableSql(layout))
  addMissingColumns(db, layout)
  const statements = [
    ...(layout.ring
      ? []
      : [`CREATE UNIQUE INDEX IF NOT EXISTS ${idIndexName(layout)} ON ${quote(layout.name)} (tenant, id)`]),
    ...(layout.collection.indexes ?? []).map((index) => indexSql(layout, index)),
    ...upkeepSql(layout),
    ...(layout.collection.appendOnly === true ? guardSql(layout) : []),
  ]
  for (const statement of statements) db.exec(statement)
}
