import { parseWhere } from './check/where.ts'
import { IndexMissing } from './errors.ts'
import type { FindOptions, Where } from './port.ts'
import { planQuery } from './query-plan.ts'
import { orders, profiles } from './testing/fixtures.ts'

const plan = (where: Where, options: Partial<FindOptions> = {}) =>
  planQuery(orders, parseWhere(orders, where), { limit: 10, ...options })
const by = (field: string, direction: 'asc' | 'desc' = 'desc') => ({ sort: { field, direction } })
const fieldsOf = (found: ReturnType<typeof plan>) => (found.by === 'id' ? 'id' : found.by.fields.join(' '))

test.each<[string, Where, Partial<FindOptions>, string]>([
  ['nothing asked: by id', {}, {}, 'id'],
  ['an id among other things', { id: 'o', paid: true, amount: 3 }, {}, 'id'],
  ['the sort alone', {}, by('at'), 'at'],
  ['an equality and its sort', { status: 'new' }, by('at'), 'status at'],
  ['a range on the sort', { at: { gt: 1 } }, by('at'), 'at'],
  ['a list counts as equality', { status: { in: ['a'] } }, by('at'), 'status at'],
  ['what the index does not hold is filtered', { paid: true, at: { gt: 1 } }, by('at'), 'at'],
  ['the longest prefix wins', { status: 'new', at: 3 }, {}, 'status at'],
  ['a sparse index, when null is excluded', { claim: 'c' }, {}, 'claim'],
  ['sorted by id within an equality', { paid: false }, by('id'), 'paid'],
])('%s', (_, where, options, expected) => {
  expect(fieldsOf(plan(where, options))).toBe(expected)
})

test.each<[string, Where, Partial<FindOptions>]>([
  ['a field without an index', { gone_at: 1 }, {}],
  ['a sort without an index', { status: 'new' }, by('gone_at')],
  ['missing values, of which a sparse index knows nothing', { claim: null }, {}],
  ['a sort by a sparse field', {}, by('amount')],
])('refused: %s', (_, where, options) => {
  expect(() => plan(where, options)).toThrow(IndexMissing)
})

test('newest first unless asked otherwise; a scan walks from the oldest', () => {
  expect(plan({}).sort).toEqual({ field: 'id', direction: 'desc' })
  expect(plan({ gone_at: 1 }, { scan: true })).toEqual({ sort: { field: 'id', direction: 'asc' }, by: 'id' })
})

test('documents with a ring have no order of ids', () => {
  expect(() => planQuery(profiles, [], { limit: 1 })).toThrow(IndexMissing)
})
