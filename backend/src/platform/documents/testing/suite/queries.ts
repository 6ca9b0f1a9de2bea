import fc from 'fast-check'
import type { Document } from '../../collection.ts'
import { IndexMissing, InvalidCursor, InvalidQuery } from '../../errors.ts'
import { compareValues } from '../../matches.ts'
import type { Documents, FindOptions, Page, Where } from '../../port.ts'
import type { Bench } from '../bench.ts'
import { notes, orders, profiles } from '../fixtures.ts'

interface Order extends Document {
  readonly at?: number
  readonly status?: string
}
const anyOrders = fc.uniqueArray(
  fc.record(
    {
      id: fc.string({ unit: fc.constantFrom('a', 'b', '_', '1'), minLength: 1, maxLength: 6 }),
      at: fc.integer({ min: -2, max: 2 }),
      status: fc.constantFrom('a', 'b', 'é'),
    },
    { requiredKeys: ['id'] },
  ),
  { maxLength: 14, selector: ({ id }) => id },
)
const direction = fc.constantFrom('asc' as const, 'desc' as const)
const anyQuery: fc.Arbitrary<{
  readonly where: Where
  readonly sort: FindOptions['sort']
  keep: (order: Order) => boolean
}> = fc.oneof(
  direction.map((to) => ({ where: {}, sort: { field: 'at', direction: to }, keep: () => true })),
  direction.map((to) => ({ where: {}, sort: { field: 'id', direction: to }, keep: () => true })),
  fc.record({ to: direction, status: fc.constantFrom('a', 'b', 'é') }).map(({ to, status }) => ({
    where: { status },
    sort: { field: 'at', direction: to },
    keep: (order: Order) => order.status === status,
  })),
  fc.record({ to: direction, from: fc.integer({ min: -2, max: 2 }) }).map(({ to, from }) => ({
    where: { at: { gte: from, lt: 2 } },
    sort: { field: 'at', direction: to },
    keep: ({ at }: Order) => at !== undefined && at >= from && at < 2,
  })),
  fc.record({ to: direction }).map(({ to }) => ({
    where: { status: { in: ['a', 'é'] }, at: { gt: -1 } },
    sort: { field: 'at', direction: to },
    keep: ({ at, status }: Order) => at !== undefined && at > -1 && (status === 'a' || status === 'é'),
  })),
  direction.map((to) => ({
    where: { status: null },
    sort: { field: 'id', direction: to },
    keep: ({ status }: Order) => status === undefined,
  })),
)

/** Missing first when ascending; ties by id in the same direction. */
const sorted = (held: readonly Order[], { field, direction: to }: NonNullable<FindOptions['sort']>) => {
  const compare = (one: Order, other: Order) => {
    const [mine, theirs] = [one[field] as number | undefined, other[field] as number | undefined]
    if (mine === theirs) return compareValues(one.id, other.id)
    if (mine === undefined || theirs === undefined) return mine === undefined ? -1 : 1
    return compareValues(mine, theirs)
  }
  return [...held].sort((one, other) => (to === 'asc' ? compare(one, other) : compare(other, one)))
}

const walk = async (documents: Documents, where: Where, options: FindOptions): Promise<string[]> => {
  const ids: string[] = []
  let after: string | null = null
  do {
    const page: Page<Document> = await documents.find(orders, where, {
      ...options,
      ...(after === null ? {} : { after }),
    })
    expect(page.items.length).toBeLessThanOrEqual(options.limit)
    ids.push(...page.items.map(({ id }) => id))
    after = page.next
  } while (after !== null)
  return ids
}

const insertAll = (documents: Documents, held: readonly Document[]) =>
  Promise.all(held.map((document) => documents.write({ insert: orders, document })))

export const describeQueries = (bench: Bench): void => {
  test('pages hold what matches, in order, each document once', async () => {
    const anyLimit = fc.integer({ min: 1, max: 5 })
    await fc.assert(
      fc.asyncProperty(anyOrders, anyQuery, anyLimit, async (held, { where, sort, keep }, limit) => {
        const documents = bench.fresh()
        await insertAll(documents, held)
        const expected = sorted(held.filter(keep), sort ?? { field: 'id', direction: 'desc' })
        expect(await walk(documents, where, { limit, ...(sort ? { sort } : {}) })).toEqual(expected.map(({ id }) => id))
        if (Object.keys(where).length > 0) expect(await documents.count(orders, where)).toBe(expected.length)
      }),
      { numRuns: 60 },
    )
  })

  test('a cursor stays true while newer documents arrive and older ones go', async () => {
    const documents = bench.fresh()
    await insertAll(
      documents,
      [1, 2, 3, 4, 5, 6].map((at) => ({ id: `o${at}`, at })),
    )
    const sort = { field: 'at', direction: 'desc' } as const
    const first = await documents.find(orders, {}, { sort, limit: 2 })
    await documents.write({ insert: orders, document: { id: 'o7', at: 7 } })
    await documents.write({ remove: orders, id: 'o5' })
    await documents.write({ remove: orders, id: 'o3' })
    const second = await documents.find(orders, {}, { sort, limit: 9, after: first.next ?? '' })
    expect(first.items.map(({ id }) => id)).toEqual(['o6', 'o5'])
    expect(second.items.map(({ id }) => id)).toEqual(['o4', 'o2', 'o1'])
    expect(second.next).toBeNull()
  })

  test('without a sort the newest ids come first', async () => {
    const documents = bench.fresh()
    await insertAll(
      documents,
      ['a', 'c', 'b'].map((id) => ({ id, paid: id !== 'c' })),
    )
    expect((await documents.find(orders, {}, { limit: 9 })).items.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
    expect((await documents.find(orders, { paid: true }, { limit: 9 })).items.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  test('getMany answers each id in its place', async () => {
    const documents = bench.fresh()
    await insertAll(
      documents,
      ['a', 'b'].map((id) => ({ id })),
    )
    expect(await documents.getMany(orders, ['b', 'none', 'a', 'b'])).toEqual([
      { id: 'b' },
      undefined,
      { id: 'a' },
      { id: 'b' },
    ])
  })

  test('a query without an index is refused, unless it scans', async () => {
    const documents = bench.fresh()
    await insertAll(
      documents,
      ['a', 'b', 'c'].map((id) => ({ id, gone_at: bench.now() + 1e9 })),
    )
    const where = { gone_at: { gt: 0 } }
    await expect(documents.find(orders, where, { limit: 9 })).rejects.toThrow(IndexMissing)
    await expect(
      documents.find(orders, { paid: true }, { limit: 9, sort: { field: 'gone_at', direction: 'asc' } }),
    ).rejects.toThrow(IndexMissing)
    await expect(documents.find(profiles, {}, { limit: 9 })).rejects.toThrow(IndexMissing)
    await expect(documents.count(orders, where)).rejects.toThrow(IndexMissing)
    expect(await walk(documents, where, { limit: 2, scan: true })).toEqual(['a', 'b', 'c'])
  })

  test('a scan of profiles meets each of them once', async () => {
    const documents = bench.fresh()
    const ids = Array.from({ length: 23 }, (_, at) => `p${at}`)
    await Promise.all(ids.map((id) => documents.write({ insert: profiles, document: { id, last: 1 } })))
    const met: string[] = []
    let after: string | null = null
    do {
      const page: Page<Document> = await documents.find(
        profiles,
        {},
        { limit: 5, scan: true, ...(after === null ? {} : { after }) },
      )
      met.push(...page.items.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    expect(met.sort()).toEqual([...ids].sort())
  })

  test('limits, sorts and cursors that make no sense are refused', async () => {
    const documents = bench.fresh()
    for (const limit of [0, -1, 1.5, Number.NaN, 1e9]) {
      await expect(documents.find(orders, {}, { limit })).rejects.toThrow(InvalidQuery)
    }
    const sort = { field: 'nothing', direction: 'asc' } as const
    await expect(documents.find(orders, {}, { limit: 1, sort })).rejects.toThrow(InvalidQuery)
    const forged = ['{"a":1}', '[1,true]', '[1,null]', '[1,7]'].map((text) => Buffer.from(text).toString('base64url'))
    for (const after of ['', 'x', '!!!', 'bnVsbA', ...forged]) {
      await expect(documents.find(orders, {}, { limit: 1, after })).rejects.toThrow(InvalidCursor)
    }
  })

  test('expired documents are invisible at once, and free what they held', async () => {
    const documents = bench.fresh()
    const gone_at = bench.now() + 1_000
    await insertAll(documents, [{ id: 'o', status: 's', at: 1, claim: 'c', gone_at }])
    await documents.write({ insert: notes, document: { id: 'n', topic: 't', gone_at } })
    expect(await documents.get(orders, 'o')).toBeDefined()
    bench.advance(1_000)
    expect(await documents.get(orders, 'o')).toBeUndefined()
    expect(await documents.getMany(orders, ['o'])).toEqual([undefined])
    expect((await documents.find(orders, { status: 's' }, { limit: 9 })).items).toEqual([])
    expect(await documents.count(notes, { topic: 't' })).toBe(0)
    await expect(documents.write({ update: orders, id: 'o', changes: { set: { at: 2 } } })).rejects.toMatchObject({
      reason: 'missing',
    })
    await documents.write({ insert: orders, document: { id: 'other', claim: 'c' } })
    await documents.write({ insert: orders, document: { id: 'o' } })
    expect(await documents.get(orders, 'o')).toEqual({ id: 'o' })
  })
}
