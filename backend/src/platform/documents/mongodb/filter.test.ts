import { parseWhere } from '../check/where.ts'
import { notes, orders } from '../testing/fixtures.ts'
import { afterFilter, scopeFilter, testsFilter, visible } from './filter.ts'
import { prefixOf } from './keys.ts'

const tenant = { merchantId: 'mer_1', mode: 'live' } as const

test('every value stands under an operator, ids with their tenant', () => {
  const tests = parseWhere(orders, { id: 'o', status: { in: ['a', 'b'] }, at: { gt: 1, lte: 2 }, claim: null })
  expect(testsFilter(tests, prefixOf(tenant))).toEqual([
    { _id: { $eq: 'mer_1/live/o' } },
    { 'f.status': { $in: ['a', 'b'] } },
    { 'f.at': { $gt: 1, $lte: 2 } },
    { 'f.claim': { $eq: null } },
  ])
})

test('a tenant is a filter on merchant and mode, and a range of keys', () => {
  expect(scopeFilter(tenant)).toEqual({ m: 'mer_1', t: 'live', _id: { $gte: 'mer_1/live/', $lt: 'mer_1/live0' } })
  expect(scopeFilter(null)).toEqual({})
})

test.each(['a/live', 'a%2Flive', 'a', 'a/'])('no other merchant begins where "%s" does', (merchantId) => {
  const others = ['a/live', 'a%2Flive', 'a', 'a/', 'b'].filter((other) => other !== merchantId)
  const prefix = prefixOf({ merchantId, mode: 'live' })
  for (const other of others) expect(prefixOf({ merchantId: other, mode: 'live' }).startsWith(prefix)).toBe(false)
})

test('tombstones are invisible, and so is what has expired', () => {
  expect(visible(notes, 7)).toEqual({ d: { $exists: false }, x: { $not: { $lte: new Date(7) } } })
})

test('a page goes on after its last row, those without the field coming first when ascending', () => {
  const asc = { field: 'at', direction: 'asc' } as const
  const desc = { field: 'at', direction: 'desc' } as const
  const tie = (value: number | null, operator: string) => ({ 'f.at': { $eq: value }, _id: { [operator]: 'k' } })
  expect(afterFilter(asc, 5, 'k')).toEqual({ $or: [tie(5, '$gt'), { 'f.at': { $gt: 5 } }] })
  expect(afterFilter(asc, null, 'k')).toEqual({ $or: [tie(null, '$gt'), { 'f.at': { $ne: null } }] })
  expect(afterFilter(desc, 5, 'k')).toEqual({
    $or: [tie(5, '$lt'), { 'f.at': { $lt: 5 } }, { 'f.at': { $eq: null } }],
  })
  expect(afterFilter(desc, null, 'k')).toEqual(tie(null, '$lt'))
})
