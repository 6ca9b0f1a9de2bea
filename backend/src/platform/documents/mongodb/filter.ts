import type { Test } from '../check/where.ts'
import type { Collection } from '../collection.ts'
import type { CursorPart } from '../cursor.ts'
import type { Sort } from '../query-plan.ts'
import { prefixOf, tenantFilter } from './keys.ts'
import type { Filter, Tenant } from './stored.ts'

/** Nothing of it is a tombstone, and nothing has expired. */
export const visible = ({ expires }: Collection, now: number): Filter => ({
  d: { $exists: false },
  ...(expires === undefined ? {} : { x: { $not: { $lte: new Date(now) } } }),
})

const pathOf = (field: string): string => (field === 'id' ? '_id' : `f.${field}`)

/** Values stand under an operator, always: an object can never be read as one. */
const conditionOf = (test: Test, prefix: string): Filter => {
  const stored = (value: CursorPart) => (test.field === 'id' ? prefix + String(value) : value)
  if (test.kind === 'equal') return { $eq: stored(test.value) }
  if (test.kind === 'in') return { $in: test.values.map(stored) }
  return Object.fromEntries(test.bounds.map(([operator, bound]) => [`$${operator}`, stored(bound)]))
}

export const testsFilter = (tests: readonly Test[], prefix: string): Filter[] =>
  tests.map((test) => ({ [pathOf(test.field)]: conditionOf(test, prefix) }))

/** What comes after a place in the order of `sort`, ties by id. To MongoDB, and to us, null comes before every value. */
export const afterFilter = ({ field, direction }: Sort, value: CursorPart, key: string): Filter => {
  const beyond = direction === 'asc' ? '$gt' : '$lt'
  if (field === 'id') return { _id: { [beyond]: key } }
  const path = pathOf(field)
  const tie = { [path]: { $eq: value }, _id: { [beyond]: key } }
  if (value === null) return direction === 'asc' ? { $or: [tie, { [path]: { $ne: null } }] } : tie
  const further = { [path]: { [beyond]: value } }
  return { $or: direction === 'asc' ? [tie, further] : [tie, further, { [path]: { $eq: null } }] }
}

export const sortOf = ({ field, direction }: Sort): Record<string, 1 | -1> => {
  const order = direction === 'asc' ? 1 : -1
  return field === 'id' ? { _id: order } : { [pathOf(field)]: order, _id: order }
}

/** Everything of a tenant, or with `undefined` everything of everybody. */
export const scopeFilter = (tenant: Tenant | null | undefined): Filter => {
  if (!tenant) return {}
  const prefix = prefixOf(tenant)
  // The character after the slash ends the range, so that the index on _id serves one tenant's ids in order.
  return { ...tenantFilter(tenant), _id: { $gte: prefix, $lt: `${prefix.slice(0, -1)}0` } }
}

export const allOf = (...filters: readonly Filter[]): Filter => ({ $and: filters })
