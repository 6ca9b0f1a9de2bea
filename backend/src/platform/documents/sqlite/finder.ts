import { parseWhere, type Test } from '../check/where.ts'
import type { Collection } from '../collection.ts'
import type { CursorPart } from '../cursor.ts'
import type { FindOptions, Where } from '../port.ts'
import { planQuery, type Plan } from '../query-plan.ts'
import { countSql, pageSql, type Ask } from './find-sql.ts'
import type { Table } from './table.ts'
import { adaptRow, valueOfRow, type RawRow, type Row } from './row.ts'
import type { StatementCache } from './statement-cache.ts'
import type { Tenant } from './tenants.ts'

export interface PreparedFind {
  readonly tests: readonly Test[]
  readonly plan: Plan
}
export interface RowPage {
  readonly rows: readonly Row[]
  /** The place of the last row. */
  readonly end: readonly CursorPart[] | undefined
  readonly more: boolean
}

export const prepareFind = (collection: Collection, where: Where, options: FindOptions): PreparedFind => {
  const tests = parseWhere(collection, where)
  return { tests, plan: planQuery(collection, tests, options) }
}

const endOf = ({ layout }: Table, { sort, by }: Plan, row: Row): readonly CursorPart[] =>
  layout.ring && by === 'id' ? [null, String(row.key)] : [valueOfRow(layout, row)(sort.field), row.id]

export const createFinder = (statements: StatementCache, clock: () => number) => {
  const askFor = (tenant: Tenant, tests: readonly Test[]): Ask => ({ tenant: tenant.number, now: clock(), tests })
  return {
    page: (
      table: Table,
      tenant: Tenant,
      { tests, plan }: PreparedFind,
      limit: number,
      after?: readonly CursorPart[],
    ): RowPage => {
      const { layout } = table
      const rows: Row[] = []
      for (const { sql, values } of pageSql(layout, askFor(tenant, tests), plan, after)) {
        if (rows.length > limit) break
        const statement = statements(`SELECT ${layout.columns.join(', ')} ${sql} LIMIT ?`).safeIntegers(
          layout.ring !== undefined,
        )
        const found = statement.all(...values, limit + 1 - rows.length) as RawRow[]
        for (const raw of found) rows.push(adaptRow(layout, raw))
      }
      const kept = rows.slice(0, limit)
      const last = kept.at(-1)
      return { rows: kept, end: last && endOf(table, plan, last), more: rows.length > limit }
    },
    count: ({ layout }: Table, tenant: Tenant, { tests, plan }: PreparedFind): number => {
      const { sql, values } = countSql(layout, askFor(tenant, tests), plan)
      const [counted] = statements(sql).get(...values) as [number]
      return counted
    },
  }
}
export type Finder = ReturnType<typeof createFinder>
