import type { Bench } from '../bench.ts'
import { notes, orders, profiles } from '../fixtures.ts'

const times = (count: number) => Array.from({ length: count }, (_, at) => at)

export const describeConcurrency = (bench: Bench): void => {
  test('200 batches on one document: no update is lost', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'o', at: 0 } })
    await Promise.all(
      times(200).map((at) =>
        documents.write(
          {
            update: orders,
            id: 'o',
            changes: {
              inc: { at: 1, total: 2 },
              max: { amount: at },
              min: { low: -at },
              addToSet: { seen: { values: [at], atMost: 500 } },
            },
          },
          [{ touch: notes, id: 'n', changes: { addToSet: { tags: { values: [at], atMost: 500 } } } }],
        ),
      ),
    )
    const order = await documents.get(orders, 'o')
    expect(order).toMatchObject({ at: 200, total: 400, amount: 199, low: -199 })
    expect(order?.['seen']).toHaveLength(200)
    expect((await documents.get(notes, 'n'))?.['tags']).toHaveLength(200)
  })

  test('200 batches on 200 orders of one merchant, sharing a profile: all are there', async () => {
    const documents = bench.fresh()
    await Promise.all(
      times(200).map((at) =>
        documents.write({ insert: orders, document: { id: `o${at}`, status: 'new', at } }, [
          { touch: profiles, id: 'shared', changes: { push: { id: `o${at}`, at }, max: { last: at } } },
          { touch: profiles, id: `own${at}`, changes: { push: { id: `o${at}`, at } } },
        ]),
      ),
    )
    expect(await documents.count(orders, { status: 'new' })).toBe(200)
    const shared = await documents.get(profiles, 'shared')
    expect(shared).toMatchObject({ last: 199, events: [195, 196, 197, 198, 199].map((at) => ({ id: `o${at}` })) })
    const own = await documents.getMany(
      profiles,
      times(200).map((at) => `own${at}`),
    )
    expect(own.filter((profile) => profile === undefined)).toEqual([])
  })

  test('of 50 claims of one value, one is granted', async () => {
    const documents = bench.fresh()
    const claims = times(50).map((at) => documents.write({ insert: orders, document: { id: `o${at}`, claim: 'one' } }))
    const settled = await Promise.allSettled(claims)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await documents.find(orders, { claim: 'one' }, { limit: 9 })).items).toHaveLength(1)
  })

  test('of 20 writers that saw the same, one compares and swaps', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'o', at: 1 } })
    const swaps = times(20).map((by) =>
      documents.write({ update: orders, id: 'o', changes: { set: { at: 2, by } }, expect: { at: 1 } }),
    )
    const settled = await Promise.allSettled(swaps)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('a refused batch does not disturb those beside it', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'taken' } })
    const ids = ['a', 'taken', 'b', 'taken', 'c']
    const settled = await Promise.allSettled(
      ids.map((id, at) =>
        documents.write({ insert: orders, document: { id } }, [{ insert: notes, document: { id: `n${at}` } }]),
      ),
    )
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
    const found = await documents.getMany(notes, ['n0', 'n1', 'n2', 'n3', 'n4'])
    expect(found.map((note) => note?.id)).toEqual(['n0', undefined, 'n2', undefined, 'n4'])
  })

  test('a lease is held by one, until it is released or runs out', async () => {
    const name = bench.newMerchant()
    const lease = () => bench.store().lease(name, 10_000)
    const granted = (await Promise.all(times(10).map(lease))).filter((held) => held !== undefined)
    expect(granted).toHaveLength(1)
    bench.advance(9_000)
    expect(await granted[0]?.renew()).toBe(true)
    bench.advance(9_000)
    expect(await lease()).toBeUndefined()
    bench.advance(1_001)
    const next = await lease()
    expect(next?.name).toBe(name)
    expect(await granted[0]?.renew()).toBe(false)
    await granted[0]?.release()
    expect(await lease()).toBeUndefined()
    await next?.release()
    expect(await lease()).toBeDefined()
  })
}
