import { InvalidDocument, Misuse } from '../../errors.ts'
import type { Changes, Conflict } from '../../port.ts'
import type { Bench } from '../bench.ts'
import { entries, notes, orders } from '../fixtures.ts'

const refusal = (reason: Conflict['reason'], index?: readonly string[]): unknown =>
  expect.objectContaining({ name: 'Conflict', reason, ...(index ? { index } : {}) })

export const describeHeads = (bench: Bench): void => {
  test('insert: an id is taken once', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'o', n: 1 } })
    await expect(documents.write({ insert: orders, document: { id: 'o', n: 2 } })).rejects.toEqual(refusal('exists'))
    expect(await documents.get(orders, 'o')).toEqual({ id: 'o', n: 1 })
  })

  test('insert: a unique value is taken once, missing ones as often as one likes', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'a', claim: 'c' } })
    await expect(documents.write({ insert: orders, document: { id: 'b', claim: 'c' } })).rejects.toEqual(
      refusal('unique', ['claim']),
    )
    await documents.write({ insert: orders, document: { id: 'd' } })
    await documents.write({ insert: orders, document: { id: 'e' } })
    expect(await documents.get(orders, 'b')).toBeUndefined()
  })

  test('update: a unique value is refused as well, and freed by unset and by remove', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'a', claim: 'c' } })
    await documents.write({ insert: orders, document: { id: 'b' } })
    const take = () => documents.write({ update: orders, id: 'b', changes: { set: { claim: 'c' } } })
    await expect(take()).rejects.toEqual(refusal('unique', ['claim']))
    await documents.write({ update: orders, id: 'a', changes: { unset: ['claim'] } })
    await take()
    await documents.write({ remove: orders, id: 'b' })
    await documents.write({ update: orders, id: 'a', changes: { set: { claim: 'c' } } })
    expect(await documents.get(orders, 'a')).toEqual({ id: 'a', claim: 'c' })
  })

  test('update: each change does what it says, on fields with and without a column', async () => {
    const documents = bench.fresh()
    await documents.write({
      insert: orders,
      document: { id: 'o', status: 'new', at: 5, amount: 10, plain: 5, low: 4, high: 4, tags: ['a'], gone: 1 },
    })
    const changes: Changes = {
      set: { status: 'done', more: { deep: [1] } },
      unset: ['gone'],
      inc: { amount: -3, plain: 2, fresh: 1 },
      min: { at: 3, low: 9, first: 7 },
      max: { high: 9, last: 7 },
      addToSet: { tags: { values: ['a', 'b', 'b', 'c', 'd'], atMost: 3 }, seen: { values: [1, 2], atMost: 5 } },
    }
    await documents.write({ update: orders, id: 'o', changes })
    expect(await documents.get(orders, 'o')).toEqual({
      id: 'o',
      status: 'done',
      at: 3,
      amount: 7,
      plain: 7,
      fresh: 1,
      low: 4,
      first: 7,
      high: 9,
      last: 7,
      tags: ['a', 'b', 'c'],
      seen: [1, 2],
      more: { deep: [1] },
    })
  })

  test('update and remove: what is not there is missing', async () => {
    const documents = bench.fresh()
    await expect(documents.write({ update: orders, id: 'o', changes: { set: { n: 1 } } })).rejects.toEqual(
      refusal('missing'),
    )
    await expect(documents.write({ remove: orders, id: 'o' })).rejects.toEqual(refusal('missing'))
  })

  test('expectations hold for every kind of condition, or nothing is written', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'o', status: 'new', at: 5, paid: true, n: 1 } })
    const met = [
      { status: 'new' },
      { status: { in: ['old', 'new'] } },
      { at: { gt: 4, lte: 5 } },
      { paid: true, claim: null },
      { id: 'o' },
    ]
    const unmet = [
      { status: 'old' },
      { status: { in: [] } },
      { at: { gt: 5 } },
      { at: { lt: 5 } },
      { at: null },
      { paid: false },
      { claim: { gte: '' } },
      { amount: { lt: 100 } },
      { status: 'new', at: 6 },
    ]
    for (const expect_ of met) {
      await documents.write({ update: orders, id: 'o', changes: { inc: { n: 1 } }, expect: expect_ })
    }
    for (const expect_ of unmet) {
      const write = documents.write({ update: orders, id: 'o', changes: { inc: { n: 1 } }, expect: expect_ })
      await expect(write).rejects.toEqual(refusal('expectation'))
      await expect(documents.write({ remove: orders, id: 'o', expect: expect_ })).rejects.toEqual(
        refusal('expectation'),
      )
    }
    expect(await documents.get(orders, 'o')).toMatchObject({ n: 1 + met.length })
  })

  test('upsert: creates with its changes applied, then changes, and expects only of what is there', async () => {
    const documents = bench.fresh()
    const upsert = (expected: string) =>
      documents.write({
        upsert: orders,
        id: 'o',
        create: { id: 'o', status: 'new', list: [] },
        changes: { inc: { n: 1 }, max: { at: 5 } },
        expect: { status: expected },
      })
    await upsert('whatever')
    expect(await documents.get(orders, 'o')).toEqual({ id: 'o', status: 'new', list: [], n: 1, at: 5 })
    await upsert('new')
    await expect(upsert('other')).rejects.toEqual(refusal('expectation'))
    expect(await documents.get(orders, 'o')).toEqual({ id: 'o', status: 'new', list: [], n: 2, at: 5 })
  })

  test('remove: the document is gone, and a head may take its id again', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'o', claim: 'c', old: true } })
    await documents.write({ remove: orders, id: 'o', expect: { claim: 'c' } })
    expect(await documents.get(orders, 'o')).toBeUndefined()
    expect(await documents.count(orders, {})).toBe(0)
    await documents.write({ insert: orders, document: { id: 'o', claim: 'c' } })
    expect(await documents.get(orders, 'o')).toEqual({ id: 'o', claim: 'c' })
  })

  test('a refused head takes its followers with it', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'o' } })
    const follower = { insert: notes, document: { id: 'n' } }
    await expect(documents.write({ insert: orders, document: { id: 'o' } }, [follower])).rejects.toEqual(
      refusal('exists'),
    )
    expect(await documents.get(notes, 'n')).toBeUndefined()
  })

  test('what the port does not offer is refused', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: entries, document: { id: 'e', at: 1 } })
    await documents.write({ insert: orders, document: { id: 'o' } })
    const change = (changes: unknown) => documents.write({ update: orders, id: 'o', changes: changes as Changes })
    await expect(documents.write({ remove: entries, id: 'e' })).rejects.toThrow(Misuse)
    await expect(documents.write({ update: entries, id: 'e', changes: { set: { at: 2 } } })).rejects.toThrow(Misuse)
    await expect(documents.write({ remove: orders, id: 'o' }, [{ remove: notes, id: 'n' }])).rejects.toThrow(Misuse)
    await expect(
      documents.write({ insert: entries, document: { id: 'f' } }, [{ remove: notes, id: 'n' }]),
    ).rejects.toThrow(Misuse)
    await expect(change({ set: { a: 1 }, inc: { a: 1 } })).rejects.toThrow(InvalidDocument)
    await expect(change({ set: { id: 'other' } })).rejects.toThrow(InvalidDocument)
    await expect(change({ rename: { a: 'b' } })).rejects.toThrow(InvalidDocument)
    await expect(change({ inc: { status: 1 } })).rejects.toThrow(InvalidDocument)
    await expect(change({ push: { id: 'e', at: 1 } })).rejects.toThrow(InvalidDocument)
  })
}
