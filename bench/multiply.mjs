import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Bits of a packed row's key that are left to the hash of its id. */
const hashBits = 44n
const dayMs = 86_400_000
/** Copies lie over a year, as a store's past does. */
const spreadMs = 365 * dayMs

const quoted = (names) => names.map((name) => `"${name}"`).join(', ')

/** Columns of a copied row: names, claims and references new by chance, times earlier, everything else as it was. */
const orderColumns = {
  key: 'NULL',
  id: "'asm_' || hex(randomblob(13))",
  claim: 'lower(hex(randomblob(32)))',
  order_ref: 'lower(hex(randomblob(32)))',
  session_ref: "'ses_' || hex(randomblob(18))",
  received_at: `received_at - abs(random() % ${spreadMs})`,
}
const profileColumns = {
  key: `(tenant << ${hashBits}) | (random() & ${(1n << hashBits) - 1n})`,
  id: "substr(id, 1, instr(id, ':')) || lower(hex(randomblob(32)))",
}

const copyRows = (db, table, replaced, limit, sorted) => {
  const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table)
  const values = columns.map((name) => replaced[name] ?? `"${name}"`).join(', ')
  // In the order of their keys, so that a tree of millions is written once and not page by page again.
  const order = sorted ? 'ORDER BY 1' : ''
  db.prepare(
    `INSERT OR IGNORE INTO "${table}" (${quoted(columns)})
     SELECT * FROM (SELECT ${values} FROM "${table}" WHERE removed_at IS NULL AND rowid IN (SELECT rowid FROM temp.source_${table}) LIMIT ?) ${order}`,
  ).run(limit)
}

/**
 * Makes `size` orders of the `scored` ones that lie in this data folder: rows copied under new names, with their profiles.
 * What they hold is real, so are their pages and indexes; their sealed bodies cannot be opened, and nothing here opens them.
 */
export const multiplyOrders = (dataFolder, scored, size, say) => {
  const db = new Database(join(dataFolder, 'goodfaith.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -1000000')
  db.pragma('temp_store = MEMORY')
  const tables = [
    ['assessments', orderColumns, false],
    ['profiles', profileColumns, true],
  ]
  for (const [table] of tables) {
    db.exec(`CREATE TEMP TABLE source_${table} AS SELECT rowid AS rowid FROM "${table}"`)
  }
  for (let stored = scored; stored < size; stored += scored) {
    const share = Math.min(1, (size - stored) / scored)
    db.transaction(() => {
      for (const [table, columns, sorted] of tables) {
        const rows = db.prepare(`SELECT count(*) FROM temp.source_${table}`).pluck().get()
        copyRows(db, table, columns, Math.ceil(rows * share), sorted)
      }
    })()
    say(`  ${Math.min(size, stored + scored).toLocaleString('en-GB')} of ${size.toLocaleString('en-GB')}`)
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
