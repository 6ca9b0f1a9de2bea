import fc from 'fast-check'
import type { Document } from '../../collection.ts'
import { Misuse } from '../../errors.ts'
import type { Documents, Follower } from '../../port.ts'
import { horizonMs, sweepMs, type Bench } from '../bench.ts'
import { canonical } from '../canonical.ts'
import { entries, notes, orders, people, profiles } from '../fixtures.ts'

/** The same id is the same event, whoever pushes it and whenever. */
const eventOf = (at: number) => ({
  id: `e${at}`,
  at: 1_000 + at,
  amount: at * 10,
  partner: at % 2 === 0 ? 'even' : null,
})

const noteIds = ['n1', 'n2', 'once1', 'once2']
const profileIds = ['p1', 'p2']

const small = fc.integer({ min: 0, max: 9 })
const anyTouch = fc
  .record({ id: fc.constantFrom('n1', 'n2'), bound: small, tag: small })
  .map(({ id, bound, tag }): Follower => ({
    touch: notes,
    id,
    changes: {
      min: { first: bound, low: -bound },
      max: { last: bound, high: -bound },
      addToSet: { tags: { values: [tag], atMost: 10 } },
    },
  }))
const anyPush = fc
  .record({ id: fc.constantFrom(...profileIds), at: small })
  .map(({ id, at }): Follower => ({ touch: profiles, id, changes: { push: eventOf(at), max: { last: at } } }))
const anyInsert = fc
  .constantFrom('once1', 'once2')
  .map((id): Follower => ({ insert: notes, document: { id, topic: 'x', n: [id] } }))
const anyRemove = fc.constantFrom(...noteIds).map((id): Follower => ({ remove: notes, id }))
const anyFollower = fc.oneof(
  { weight: 4, arbitrary: anyTouch },
  { weight: 6, arbitrary: anyPush },
  { weight: 2, arbitrary: anyInsert },
  { weight: 1, arbitrary: anyRemove },
)
const anyFollowers = fc.array(anyFollower, { minLength: 1, maxLength: 14 })

let heads = 0
const follow = (documents: Documents, followers: readonly Follower[]) => {
  heads += 1
  return documents.write({ insert: orders, document: { id: `head_${heads}` } }, followers)
}

const withSortedTags = (document: Document | undefined) =>
  document && { ...document, tags: Array.isArray(document['tags']) ? [...document['tags']].sort() : undefined }

const stateOf = async (documents: Documents): Promise<string> => {
  const held = await documents.getMany(notes, noteIds)
  return canonical([held.map((note) => withSortedTags(note) ?? null), await documents.getMany(profiles, profileIds)])
}

export const describeFollowers = (bench: Bench): void => {
  test('followers applied twice and in any order leave the same state', async () => {
    const anyCase = anyFollowers.chain((followers) =>
      fc.record({
        followers: fc.constant(followers),
        again: fc.shuffledSubarray([...followers, ...followers], { minLength: 2 * followers.length }),
        batches: fc.integer({ min: 1, max: 3 }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ followers, again, batches }) => {
        const once = bench.fresh()
        await follow(once, followers)
        const twice = bench.fresh()
        const size = Math.ceil(again.length / batches)
        for (let from = 0; from < again.length; from += size) await follow(twice, again.slice(from, from + size))
        expect(await stateOf(twice)).toBe(await stateOf(once))
      }),
      { numRuns: 60 },
    )
  })

  test('a touch creates what is missing', async () => {
    const documents = bench.fresh()
    await follow(documents, [{ touch: notes, id: 'n', changes: { max: { last: 3 } } }])
    expect(await documents.get(notes, 'n')).toEqual({ id: 'n', last: 3 })
  })

  test('a ring keeps its newest events, oldest first, each id once', async () => {
    const documents = bench.fresh()
    for (const at of [3, 1, 8, 1, 5, 9, 2, 7]) {
      await follow(documents, [{ touch: profiles, id: 'p', changes: { push: eventOf(at) } }])
    }
    expect(await documents.get(profiles, 'p')).toEqual({ id: 'p', events: [3, 5, 7, 8, 9].map(eventOf) })
  })

  test('an event reads with all its columns', async () => {
    const documents = bench.fresh()
    const push = { id: 'line\nfeed","x', at: 1 }
    await follow(documents, [{ touch: profiles, id: 'p', changes: { push } }])
    await follow(documents, [{ touch: profiles, id: 'p', changes: { push } }])
    expect(await documents.get(profiles, 'p')).toEqual({ id: 'p', events: [{ ...push, amount: null, partner: null }] })
  })

  test('addToSet is exact below its bound and stops at it', async () => {
    const documents = bench.fresh()
    const values = Array.from({ length: 20 }, (_, at) => at % 12)
    for (const value of values) {
      await follow(documents, [
        { touch: notes, id: 'n', changes: { addToSet: { tags: { values: [value], atMost: 8 } } } },
      ])
    }
    const note = await documents.get(notes, 'n')
    expect(note?.['tags']).toHaveLength(8)
  })

  test('a follower that comes late does not raise what was removed', async () => {
    const documents = bench.fresh()
    const late: Follower[] = [
      { insert: notes, document: { id: 'inserted', n: 1 } },
      { touch: notes, id: 'touched', changes: { max: { last: 1 } } },
      { touch: profiles, id: 'pushed', changes: { push: eventOf(1) } },
    ]
    const all = () =>
      Promise.all([
        documents.get(notes, 'inserted'),
        documents.get(notes, 'touched'),
        documents.get(profiles, 'pushed'),
      ])
    await follow(documents, late)
    expect(await all()).not.toContain(undefined)
    await documents.write({ remove: notes, id: 'inserted' })
    await follow(documents, [{ remove: notes, id: 'touched' }])
    await documents.write({ remove: profiles, id: 'pushed' })
    for (const wait of [0, sweepMs, sweepMs - 2]) {
      bench.advance(wait)
      await bench.store().sweep()
      await bench.store().expire()
      await follow(documents, late)
      expect(await all()).toEqual([undefined, undefined, undefined])
    }
  })

  test('a removal that comes before what it removes still removes it', async () => {
    const documents = bench.fresh()
    await follow(documents, [{ remove: notes, id: 'n' }])
    await follow(documents, [{ insert: notes, document: { id: 'n' } }])
    expect(await documents.get(notes, 'n')).toBeUndefined()
  })

  test('what was sent and has expired is not sent again', async () => {
    const documents = bench.fresh()
    const late: Follower = { insert: notes, document: { id: 'out', topic: 'mail' } }
    await follow(documents, [late])
    await documents.write({ update: notes, id: 'out', changes: { set: { gone_at: bench.now() + 10 } } })
    bench.advance(20)
    await bench.store().expire()
    await follow(documents, [late, { touch: notes, id: 'out', changes: { max: { last: 1 } } }])
    expect(await documents.get(notes, 'out')).toBeUndefined()
    expect(await documents.count(notes, { topic: 'mail' })).toBe(0)
  })

  test('tombstones go once nothing can come late any more', async () => {
    const documents = bench.fresh()
    await follow(documents, [{ insert: notes, document: { id: 'n' } }])
    await documents.write({ remove: notes, id: 'n' })
    bench.advance(horizonMs)
    expect(await bench.store().expire()).toBeGreaterThan(0)
    expect(await bench.store().expire()).toBe(0)
  })

  test('followers that could clash, or that count, are refused', async () => {
    const documents = bench.fresh()
    const counting = { touch: notes, id: 'n', changes: { inc: { last: 1 } } } as Follower
    await expect(follow(documents, [counting])).rejects.toThrow(Misuse)
    await expect(follow(documents, [{ insert: orders, document: { id: 'o' } }])).rejects.toThrow(Misuse)
    await expect(follow(documents, [{ insert: people, document: { id: 'p' } }])).rejects.toThrow(Misuse)
    await expect(follow(documents, [{ remove: entries, id: 'e' }])).rejects.toThrow(Misuse)
  })
}
