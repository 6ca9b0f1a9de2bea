import type { Follower } from '../../port.ts'
import { sweepMs, type Bench } from '../bench.ts'
import { entries, notes, orders, profiles } from '../fixtures.ts'

const followers: readonly Follower[] = [
  { touch: profiles, id: 'p', changes: { push: { id: 'o', at: 1 } } },
  { insert: entries, document: { id: 'audit', at: 1 } },
  { touch: notes, id: 'n', changes: { max: { last: 1 } } },
]

export const describeBreaks = (bench: Bench): void => {
  const insert = (documents: ReturnType<Bench['fresh']>) =>
    documents.write({ insert: orders, document: { id: 'o', status: 'new', secret: 'x' } }, followers)
  const present = async (documents: ReturnType<Bench['fresh']>) => {
    const head = await documents.get(orders, 'o')
    const [profile, entry, note] = await Promise.all([
      documents.get(profiles, 'p'),
      documents.get(entries, 'audit'),
      documents.get(notes, 'n'),
    ])
    return { head: head !== undefined, followers: [profile, entry, note].filter((follower) => follower !== undefined) }
  }

  test.each([
    ['between head and followers', 1],
    ['after the first follower', 2],
    ['after the second follower', 3],
    ['after the last follower', 4],
  ])('a batch that breaks %s: after one sweep, all of it is there or none', async (_, steps) => {
    const documents = bench.fresh()
    bench.breakAfter(steps)
    await insert(documents).catch(() => undefined)
    bench.breakAfter(Infinity)
    bench.advance(sweepMs)
    await bench.store().sweep()
    const held = await present(documents)
    expect(held.followers).toHaveLength(held.head ? followers.length : 0)

    await insert(documents).catch(() => undefined)
    expect(await present(documents)).toMatchObject({ head: true, followers: { length: followers.length } })
    await bench.store().sweep()
    expect((await documents.get(profiles, 'p'))?.['events']).toHaveLength(1)
  })

  test('a sweep with nothing to finish finishes nothing', async () => {
    const documents = bench.fresh()
    await insert(documents)
    bench.advance(sweepMs)
    expect(await bench.store().sweep()).toBe(0)
  })

  test('a document that broke and was swept can be changed like any other', async () => {
    const documents = bench.fresh()
    await documents.write({ insert: orders, document: { id: 'o', n: 1 } })
    bench.breakAfter(1)
    await documents.write({ update: orders, id: 'o', changes: { inc: { n: 1 } } }, followers).catch(() => undefined)
    bench.breakAfter(Infinity)
    await documents.write({ update: orders, id: 'o', changes: { inc: { n: 10 } } })
    bench.advance(sweepMs)
    await bench.store().sweep()
    const order = await documents.get(orders, 'o')
    const entry = await documents.get(entries, 'audit')
    expect(order).toEqual({ id: 'o', n: entry ? 12 : 11 })
  })
}
