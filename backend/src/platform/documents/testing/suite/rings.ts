import fc from 'fast-check'
import type { Document } from '../../collection.ts'
import type { Documents } from '../../port.ts'
import { sweepMs, type Bench } from '../bench.ts'
import { notes, profiles, rides } from '../fixtures.ts'

interface Ridden extends Document {
  readonly total?: number
  readonly folded_to?: number
  readonly events?: readonly { readonly id: string; readonly at: number }[]
}

const newest = 2

/** What a worker does: counts what is beyond the newest and older than the horizon, in one compare-and-swap. */
const foldOf = (profile: Ridden, before: number) => {
  const old = (profile.events ?? []).slice(0, -newest).filter(({ at }) => at <= before)
  const to = old.at(-1)?.at
  return to === undefined ? undefined : { ids: old.map(({ id }) => id), to }
}

const writeFold = (documents: Documents, profile: Ridden, fold: { ids: string[]; to: number }) =>
  documents.write({
    update: rides,
    id: profile.id,
    changes: { fold, inc: { total: fold.ids.length } },
    expect: { folded_to: profile.folded_to ?? null },
  })

const countOf = (profile: Ridden | undefined) => (profile?.total ?? 0) + (profile?.events?.length ?? 0)

type Step =
  | { readonly do: 'order' | 'read' | 'fold' | 'sweep' }
  | { readonly do: 'again'; readonly back: number }
  | { readonly do: 'wait'; readonly ms: number }

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Step>({ do: 'order' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'read' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'fold' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'sweep' }) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }).map((back): Step => ({ do: 'again', back })) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: sweepMs }).map((ms): Step => ({ do: 'wait', ms })) },
)

export const describeRings = (bench: Bench): void => {
  const push = (documents: Documents, id: string, at: number) =>
    documents.write({ upsert: notes, id: 'head', create: { id: 'head' }, changes: { inc: { writes: 1 } } }, [
      { touch: rides, id: 'p', changes: { push: { id, at } } },
    ])

  test('a fold takes its events out, and a late push of one of them does nothing and is counted', async () => {
    const documents = bench.fresh()
    for (const at of [1, 2, 3, 4]) await push(documents, `e${at}`, at)
    await writeFold(documents, { id: 'p' }, { ids: ['e1', 'e2'], to: 2 })
    expect(await documents.get(rides, 'p')).toMatchObject({
      total: 2,
      folded_to: 2,
      events: [{ id: 'e3' }, { id: 'e4' }],
    })
    const before = bench.latePushes()
    await push(documents, 'e2', 2)
    await push(documents, 'unheard of', 1)
    expect(bench.latePushes() - before).toBe(2)
    expect(countOf(await documents.get<Ridden>(rides, 'p'))).toBe(4)
    await push(documents, 'e5', 5)
    expect(countOf(await documents.get<Ridden>(rides, 'p'))).toBe(5)
  })

  test('of two folds from one reading, one is written; a push in between disturbs none', async () => {
    const documents = bench.fresh()
    for (const at of [1, 2, 3]) await push(documents, `e${at}`, at)
    const seen = await documents.get<Ridden>(rides, 'p')
    await push(documents, 'e4', 4)
    const fold = { ids: ['e1'], to: 1 }
    const folds = await Promise.allSettled([1, 2].map(() => writeFold(documents, seen ?? { id: 'p' }, fold)))
    expect(folds.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(countOf(await documents.get<Ridden>(rides, 'p'))).toBe(4)
  })

  test('every order is counted once, however writers, repeats, sweeps and folds interleave', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 40 }), async (steps) => {
        const documents = bench.fresh()
        const written: { readonly id: string; readonly at: number }[] = []
        let seen: Ridden | undefined
        let horizon = 0
        for (const step of steps) {
          if (step.do === 'order') {
            const event = { id: `e${written.length}`, at: bench.now() }
            written.push(event)
            await push(documents, event.id, event.at)
          }
          if (step.do === 'again') {
            // A follower comes again at most two sweeps later.
            const event = written.at(-step.back)
            if (event && event.at > bench.now() - 2 * sweepMs) await push(documents, event.id, event.at)
          }
          if (step.do === 'wait') bench.advance(step.ms)
          if (step.do === 'read') seen = await documents.get<Ridden>(rides, 'p')
          if (step.do === 'sweep') {
            await bench.store().sweep()
            horizon = bench.now() - 2 * sweepMs
          }
          const fold = step.do === 'fold' && seen ? foldOf(seen, horizon) : undefined
          if (seen && fold) await writeFold(documents, seen, fold).catch(() => undefined)
        }
        expect(countOf(await documents.get<Ridden>(rides, 'p'))).toBe(written.length)
      }),
      { numRuns: 60 },
    )
  })

  test('an inserted ring is held to its size and order', async () => {
    const documents = bench.fresh()
    const events = [6, 2, 4, 1, 3, 5, 2].map((at) => ({ id: `e${at}`, at, amount: 1, partner: null }))
    await documents.write({ insert: profiles, document: { id: 'p', events, note: 'x' } })
    const held = [2, 3, 4, 5, 6].map((at) => ({ id: `e${at}`, at, amount: 1, partner: null }))
    expect(await documents.get(profiles, 'p')).toEqual({ id: 'p', events: held, note: 'x' })
  })
}
