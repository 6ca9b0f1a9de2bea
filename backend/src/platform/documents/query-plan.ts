import type { Test } from './check/where.ts'
import { typeOfField } from './check/where.ts'
import type { Collection, Index } from './collection.ts'
import { IndexMissing, InvalidQuery } from './errors.ts'
import type { FindOptions } from './port.ts'

export interface Sort {
  readonly field: string
  readonly direction: 'asc' | 'desc'
}
/** `by` is the declared index to walk; `id`: the documents of the tenant in order of id. */
export interface Plan {
  readonly sort: Sort
  readonly by: Index | 'id'
}

const newestFirst: Sort = { field: 'id', direction: 'desc' }
const oldestFirst: Sort = { field: 'id', direction: 'asc' }
const mostRows = 10_000

const isEquality = (test: Test) => test.kind !== 'range'
const excludesNull = (test: Test) => !(test.kind === 'equal' && test.value === null)

/** How many leading fields of the index are held to values; -1 when it does not serve. */
const lengthServed = ({ fields, sparse }: Index, tests: readonly Test[], sort: Sort | undefined): number => {
  const testsOf = (field: string | undefined) => tests.filter((test) => test.field === field)
  if (sparse === true && !testsOf(fields[0]).some(excludesNull)) return -1
  let held = 0
  while (testsOf(fields[held]).some(isEquality)) held += 1
  const isOrdered = sort === undefined || sort.field === fields[held] || fields.slice(0, held).includes(sort.field)
  const isNarrowed = held > 0 || testsOf(fields[0]).length > 0
  if (sort?.field === 'id') return isNarrowed ? held : -1
  return isOrdered && (isNarrowed || sort !== undefined) ? held : -1
}

const bestIndex = (collection: Collection, tests: readonly Test[], sort: Sort | undefined): Index | undefined => {
  let best: Index | undefined
  let bestLength = -1
  for (const index of collection.indexes ?? []) {
    const length = lengthServed(index, tests, sort)
    if (length > bestLength) [best, bestLength] = [index, length]
  }
  return best
}

/** Documents with a ring are kept by hash: their ids have no order to walk, and `get` finds them by id. */
const isWalkedById = ({ ring }: Collection, tests: readonly Test[], sort: Sort | undefined): boolean => {
  if (ring) return false
  const isNamed = tests.some((test) => test.field === 'id' && isEquality(test))
  const isOrdered = sort === undefined || sort.field === 'id'
  return isNamed || (isOrdered && tests.every(({ field }) => field === 'id'))
}

/** Finds the declared index that serves a query, so that no page ever costs more as the store grows. */
export const planQuery = (collection: Collection, tests: readonly Test[], options: FindOptions): Plan => {
  const { sort, limit, scan = false } = options
  if (!Number.isInteger(limit) || limit < 1 || limit > mostRows) {
    throw new InvalidQuery(`${collection.name}: limit must be 1 to ${mostRows}.`)
  }
  if (sort) typeOfField(collection, sort.field)
  if (scan) {
    if (sort && sort.field !== 'id')
      throw new InvalidQuery(`${collection.name}: a scan walks by id, not ${sort.field}.`)
    return { sort: sort ?? oldestFirst, by: 'id' }
  }
  const by = isWalkedById(collection, tests, sort) ? 'id' : bestIndex(collection, tests, sort)
  if (by) return { sort: sort ?? newestFirst, by }
  const asked = [...tests.map(({ field }) => field), ...(sort ? [`sorted by ${sort.field}`] : [])].join(', ')
  throw new IndexMissing(`${collection.name}: no declared index serves (${asked}). Declare one or say scan: true.`)
}
