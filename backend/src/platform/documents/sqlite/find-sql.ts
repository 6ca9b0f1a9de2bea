import type { RangeOperator, Test } from '../check/where.ts'
import type { CursorPart } from '../cursor.ts'
import type { Plan } from '../query-plan.ts'
import { idIndexName, indexName, quote, type Layout } from './layout.ts'
import { placesOfTenant } from './packed-key.ts'
import { toCell } from './row.ts'

export interface Query {
  readonly sql: string
  readonly values: readonly unknown[]
}

const sqlOperator: Readonly<Record<RangeOperator, string>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' }

const testSql = (test: Test): Query => {
  const column = quote(test.field)
  if (test.kind === 'equal') {
    return test.value === null
      ? { sql: `${column} IS NULL`, values: [] }
      : { sql: `${column} = ?`, values: [toCell(test.value)] }
  }
  if (test.kind === 'in') {
    return { sql: `${column} IN (${test.values.map(() => '?').join(', ')})`, values: test.values.map(toCell) }
  }
  return {
    sql: test.bounds.map(([operator]) => `${column} ${sqlOperator[operator]} ?`).join(' AND '),
    values: test.bounds.map(([, bound]) => toCell(bound)),
  }
}

/**
 * Rows after the cursor, as parts to read one after the other: a range that the index can begin at, then, descending,
 * the documents without the sort field, which come last (ascending they come first).
 */
const afterSql = ({ field, direction }: Plan['sort'], [value = null, id = '']: readonly CursorPart[]): Query[] => {
  const column = quote(field)
  const further = direction === 'asc' ? '>' : '<'
  if (field === 'id') return [{ sql: `id ${further} ?`, values: [id] }]
  const cell = toCell(value)
  const without = { sql: `${column} IS NULL`, values: [] }
  if (cell === null) {
    const rest = { sql: `${column} IS NULL AND id ${further} ?`, values: [id] }
    return direction === 'asc' ? [rest, { sql: `${column} IS NOT NULL`, values: [] }] : [rest]
  }
  const range = {
    sql: `${column} ${further}= ? AND (${column} ${further} ? OR id ${further} ?)`,
    values: [cell, cell, id],
  }
  return direction === 'asc' ? [range] : [range, without]
}

const visibleSql = ({ collection: { expires } }: Layout, now: number): Query =>
  expires === undefined
    ? { sql: 'removed_at IS NULL', values: [] }
    : { sql: `removed_at IS NULL AND (${quote(expires)} IS NULL OR ${quote(expires)} > ?)`, values: [now] }

const join = (parts: readonly Query[]): Query => ({
  sql: parts.map(({ sql }) => sql).join(' AND '),
  values: parts.flatMap(({ values }) => values),
})

export interface Ask {
  readonly tenant: number
  readonly now: number
  readonly tests: readonly Test[]
}

/** A packed table is walked in the order of its keys, by a range of them. */
const walkPacked = (layout: Layout, { tenant, now, tests }: Ask, after: readonly CursorPart[] | undefined): Query => {
  const { from, to } = placesOfTenant(tenant)
  const place = after?.[1]
  const start = typeof place === 'string' && /^\d{1,19}$/.test(place) ? BigInt(place) + 1n : from
  const { sql, values } = join([
    { sql: 'key BETWEEN ? AND ?', values: [start < from ? from : start, to] },
    visibleSql(layout, now),
    ...tests.map(testSql),
  ])
  return { sql: `FROM ${quote(layout.name)} NOT INDEXED WHERE ${sql} ORDER BY key`, values }
}

const walkIndex = (layout: Layout, { tenant, now, tests }: Ask, { sort, by }: Plan, after?: Query): Query => {
  const index = by === 'id' ? idIndexName(layout) : indexName(layout.collection, by)
  const { sql, values } = join([
    { sql: 'tenant = ?', values: [tenant] },
    visibleSql(layout, now),
    ...tests.map(testSql),
    ...(after ? [after] : []),
  ])
  const order = sort.field === 'id' ? 'id' : `${quote(sort.field)} ${sort.direction}, id`
  return {
    sql: `FROM ${quote(layout.name)} INDEXED BY ${index} WHERE ${sql} ORDER BY ${order} ${sort.direction}`,
    values,
  }
}

/**
 * The queries that make a page, one after the other until it is full. Planned by us, not by the engine: the declared
 * index is named, so a query cannot silently become a walk.
 */
export const pageSql = (layout: Layout, ask: Ask, plan: Plan, after?: readonly CursorPart[]): readonly Query[] => {
  if (layout.ring && plan.by === 'id') return [walkPacked(layout, ask, after)]
  if (!after) return [walkIndex(layout, ask, plan)]
  return afterSql(plan.sort, after).map((part) => walkIndex(layout, ask, plan, part))
}

export const countSql = (layout: Layout, ask: Ask, plan: Plan): Query => {
  const [{ sql, values } = { sql: '', values: [] }] = pageSql(layout, ask, plan)
  return { sql: `SELECT count(*) ${sql.slice(0, sql.indexOf(' ORDER BY'))}`, values }
}
