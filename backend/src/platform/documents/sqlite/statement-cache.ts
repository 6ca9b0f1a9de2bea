import type { Database, Statement } from 'better-sqlite3'

/** Shapes are few, because the program's queries are; the bound only guards against a mistake. */
const mostStatements = 500

/** One prepared statement per query shape. */
export const createStatementCache = (db: Database) => {
  const prepared = new Map<string, Statement>()
  return (sql: string): Statement => {
    const known = prepared.get(sql)
    if (known) return known
    if (prepared.size >= mostStatements) prepared.clear()
    const statement = db.prepare(sql).raw()
    prepared.set(sql, statement)
    return statement
  }
}
export type StatementCache = ReturnType<typeof createStatementCache>
