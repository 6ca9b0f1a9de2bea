import { parseWhere, type Test } from '../check/where.ts'
import type { Collection, Document } from '../collection.ts'
import { writeCursor, type CursorPart } from '../cursor.ts'
import type { FindOptions, Where } from '../port.ts'
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
export interface DocumentPage {
  readonly items: readonly Document[]
  /** The place of the last document: value of the sort field, and id. */
  readonly end: readonly CursorPart[] | undefined
  readonly more: boolean
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

const placeIn = ({ sort }: Plan, tenant: Tenant | null, stored: Stored): readonly CursorPart[] => [
  sort.field === 'id' ? null : (stored.f?.[sort.field] ?? null),
  idOf(stored._id, tenant),
]

export const readPage = async (
  engine: Engine,
  shelf: Shelf,
  tenant: Tenant | null,
  { tests, plan }: PreparedFind,
  limit: number,
  after?: readonly CursorPart[],
): Promise<DocumentPage> => {
  await prepareReading(engine, shelf, tenant)
  const [value = null, id = ''] = after ?? []
  const further = after ? [afterFilter(plan.sort, value, prefixOf(tenant) + String(id))] : []
  const filter = allOf(...filterOf(engine, shelf, tenant, tests), ...further)
  const found = await reach(() =>
    shelf.rows
      .find<Row>(filter, withoutPending)
      .sort(sortOf(plan.sort))
      .limit(limit + 1)
      .toArray(),
  )
  const kept = found.slice(0, limit)
  const last = kept.at(-1)
  return {
    items: kept.map((stored) => shelf.codec.decode(tenant, stored)),
    end: last && placeIn(plan, tenant, last),
    more: found.length > limit,
  }
}

export const countMatching = (
  engine: Engine,
  shelf: Shelf,
  tenant: Tenant | null,
  { tests }: PreparedFind,
): Promise<number> => reach(() => shelf.rows.countDocuments(allOf(...filterOf(engine, shelf, tenant, tests))))

export const nextOf = ({ end, more }: DocumentPage): string | null => (end && more ? writeCursor(end) : null)
