import { parseWhere, type Test } from '../check/where.ts'
import type { Collection, Document } from '../collection.ts'
import { readCursor, writeCursor, type CursorPart } from '../cursor.ts'
import type { FindOptions, Page, Where } from '../port.ts'
import { planQuery, type Plan } from '../query-plan.ts'
import { keyFilter } from './codec.ts'
import { prepareKey, type Engine } from './engine.ts'
import { afterFilter, allOf, scopeFilter, sortOf, testsFilter, visible } from './filter.ts'
import { idOf, prefixOf, tenantFilter } from './keys.ts'
import { isVisible } from './row.ts'
import { reach } from './server-errors.ts'
import type { Shelf } from './shelf.ts'
import type { Filter, Row, Stored, Tenant } from './stored.ts'

/** Followers that still wait in a document are nobody's to read. */
const withoutPending = { projection: { p: 0 } } as const

export interface PreparedFind {
  readonly tests: readonly Test[]
  readonly plan: Plan
}
export const prepareFind = (collection: Collection, where: Where, options: FindOptions): PreparedFind => {
  const tests = parseWhere(collection, where)
  return { tests, plan: planQuery(collection, tests, options) }
}

export const prepareReading = async (engine: Engine, { collection }: Shelf, tenant: Tenant | null): Promise<void> => {
  if (collection.sealed === true) await prepareKey(engine, tenant)
}

export const readOne = async (
  engine: Engine,
  shelf: Shelf,
  tenant: Tenant | null,
  id: string,
): Promise<Document | undefined> => {
  await prepareReading(engine, shelf, tenant)
  const key = shelf.codec.keyOf(tenant, id)
  const stored = await reach(() => shelf.rows.findOne<Row>(keyFilter(tenant, key), withoutPending))
  return stored && isVisible(stored, engine.clock()) ? shelf.codec.decode(tenant, stored) : undefined
}

export const readMany = async (
  engine: Engine,
  shelf: Shelf,
  tenant: Tenant | null,
  ids: readonly string[],
): Promise<readonly (Document | undefined)[]> => {
  if (ids.length === 0) return []
  await prepareReading(engine, shelf, tenant)
  const { codec, collection, rows } = shelf
  const keys = ids.map((id) => codec.keyOf(tenant, id))
  const filter = { ...tenantFilter(tenant), _id: { $in: keys }, ...visible(collection, engine.clock()) }
  const found = await reach(() => rows.find<Row>(filter, withoutPending).toArray())
  const byKey = new Map(found.map((stored) => [stored._id, stored]))
  return keys.map((key) => {
    const stored = byKey.get(key)
    return stored && codec.decode(tenant, stored)
  })
}

const filterOf = (engine: Engine, { collection }: Shelf, tenant: Tenant | null, tests: readonly Test[]): Filter[] => [
  scopeFilter(tenant),
  visible(collection, engine.clock()),
  ...testsFilter(tests, prefixOf(tenant)),
]

/** A place in the order of a sort: value of the sort field, and key. */
export const placeOf = ({ sort }: Plan, stored: Stored): readonly [value: CursorPart, key: string] => [
  sort.field === 'id' ? null : (stored.f?.[sort.field] ?? null),
  stored._id,
]

/** One row more than asked for tells whether there is a further page. */
export const readRows = (
  shelf: Shelf,
  filters: readonly Filter[],
  { sort }: Plan,
  limit: number,
  after: readonly [value: CursorPart, key: string] | undefined,
): Promise<Row[]> => {
  const further = after ? [afterFilter(sort, ...after)] : []
  const cursor = shelf.rows.find<Row>(allOf(...filters, ...further), withoutPending)
  return reach(() =>
    cursor
      .sort(sortOf(sort))
      .limit(limit + 1)
      .toArray(),
  )
}

export const readPage = async (
  engine: Engine,
  shelf: Shelf,
  tenant: Tenant | null,
  { tests, plan }: PreparedFind,
  { limit, after: cursor }: FindOptions,
): Promise<Page<Document>> => {
  const after = cursor === undefined ? undefined : readCursor(cursor, 2)
  await prepareReading(engine, shelf, tenant)
  const prefix = prefixOf(tenant)
  const from = after && ([after[0] ?? null, prefix + String(after[1])] as const)
  const found = await readRows(shelf, filterOf(engine, shelf, tenant, tests), plan, limit, from)
  const kept = found.slice(0, limit)
  const last = kept.at(-1)
  const next = (stored: Stored): string => {
    const [value, key] = placeOf(plan, stored)
    return writeCursor([value, idOf(key, tenant)])
  }
  return {
    items: kept.map((stored) => shelf.codec.decode(tenant, stored)),
    next: last && found.length > limit ? next(last) : null,
  }
}

export const countMatching = (
  engine: Engine,
  shelf: Shelf,
  tenant: Tenant | null,
  { tests }: PreparedFind,
): Promise<number> => reach(() => shelf.rows.countDocuments(allOf(...filterOf(engine, shelf, tenant, tests))))
