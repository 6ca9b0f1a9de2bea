import type { Database } from 'better-sqlite3'
import { Conflict } from '../port.ts'
import { quote, type Layout } from './layout.ts'
import type { Content } from './row.ts'
import { sqliteCode, sqliteMessage } from './sqlite-error.ts'
import type { Tenant } from './tenants.ts'

/** SQLite names the columns of the index that refused: "UNIQUE constraint failed: orders.tenant, orders.claim". */
const refusedFields = (error: unknown): readonly string[] | undefined => {
  if (sqliteCode(error) !== 'SQLITE_CONSTRAINT_UNIQUE') return undefined
  const [, columns = ''] = sqliteMessage(error).split(': ')
  return columns
    .split(', ')
    .map((column) => column.slice(column.indexOf('.') + 1))
    .filter((column) => column !== 'tenant')
}

/**
 * Runs a write that a unique index may refuse. A document that has expired but still lies there holds no value: it is
 * emptied and the write tried once more.
 */
export const createUniqueGuard = (db: Database, { collection, name, fields }: Layout) => {
  const buryHolder = (index: readonly string[], tenant: Tenant, content: Content, now: number): boolean => {
    if (collection.expires === undefined) return false
    const parts = collection.later ? ['body', 'later'] : ['body']
    const emptied = [...fields.map((field) => quote(field.name)), ...parts]
      .map((column) => `${column} = NULL`)
      .join(', ')
    const held = index.map((field) => `${quote(field)} = ?`).join(' AND ')
    const values = index.map((field) => content.cells[fields.findIndex((declared) => declared.name === field)])
    return (
      db
        .prepare(
          `UPDATE ${quote(name)} SET removed_at = ?, ${emptied}
           WHERE tenant = ? AND ${held} AND ${quote(collection.expires)} <= ?`,
        )
        .run(now, tenant.number, ...values, now).changes > 0
    )
  }

  return <Result>(tenant: Tenant, content: Content, now: number, write: () => Result): Result => {
    try {
      return write()
    } catch (error) {
      const index = refusedFields(error)
      if (!index) throw error
      if (buryHolder(index, tenant, content, now)) return write()
      throw new Conflict('unique', name, index)
    }
  }
}
