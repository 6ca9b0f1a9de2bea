import fc from 'fast-check'
import type { IdentifierKind } from '#contract/identifier.ts'
import { networkBuckets } from '#contract/network.ts'
import { linesOf } from '../../scoring/reasons.ts'
import { measure } from '../../scoring/measure.ts'
import { networkPointsAtMost } from '../../scoring/network-signal.ts'
import { defaultPolicy } from '../../scoring/policy.ts'
import { weighingOf } from '../../scoring/card.ts'
import { contextOf } from '../../scoring/testing/contexts.ts'
import type { StoredGift } from './collections.ts'
import { sharedKinds } from './kinds.ts'
import { summarise } from './summarise.ts'
import { viewNetwork, type Listener } from './view.ts'

const day = 86_400_000
const now = Date.UTC(2026, 10, 20)

/** What one store said of each identifier of the order. Store s7 belongs to owner o7, s7b too. */
interface Spoken {
  readonly store: string
  readonly owner: string
  readonly rows: Partial<Record<IdentifierKind, readonly StoredGift[]>>
}

const time = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 500 }).map((days) => now - days * day),
)
const gift = fc.tuple(fc.string(), fc.constant(0), time, time, time).map((fields): StoredGift => fields)
const rows = fc.dictionary(
  fc.constantFrom(...sharedKinds),
  fc.array(gift, { minLength: 1, maxLength: 3 }),
) as fc.Arbitrary<Spoken['rows']>
const stores = (most: number) =>
  fc.array(fc.tuple(rows, fc.boolean()), { maxLength: most }).map((all) =>
    all.map(([said, twin], at): Spoken => ({
      store: `s${at}`,
      owner: `o${twin ? Math.max(0, at - 1) : at}`,
      rows: said,
    })),
  )

const identifiers = Object.fromEntries(sharedKinds.map((kind) => [kind, kind]))

const answerTo = (spoken: readonly Spoken[], floor = 3, unheard: readonly string[] = []) => {
  const heard = new Map(
    spoken
      .filter(({ store, owner }) => !unheard.includes(store) && owner !== 'o-own')
      .map(({ store, owner }) => [store, owner]),
  )
  const listener: Listener = { now, floor, heard }
  const summaries = Object.fromEntries(
    sharedKinds.map((kind) => [
      kind,
      summarise(
        spoken.flatMap(({ store, rows: said }) => (said[kind] ? [{ store, gifts: said[kind] }] : [])),
        (store) => heard.has(store),
      ),
    ]),
  )
  return viewNetwork(identifiers, summaries, listener)
}

const silentView = Object.fromEntries(sharedKinds.map((kind) => [kind, { fraud: null, declined: null, good: null }]))
const ownersOf = (spoken: readonly Spoken[]) => new Set(spoken.map(({ owner }) => owner)).size
const without = (spoken: readonly Spoken[], at: number) => spoken.filter((_, index) => index !== at)

const networkPoints = (spoken: readonly Spoken[]): number => {
  const { values } = measure(contextOf({ network: answerTo(spoken) }))
  const { lines } = linesOf(values, weighingOf(defaultPolicy, 'standard'))
  return lines.filter(({ reason }) => reason.scope === 'network').reduce((sum, { reason }) => sum + reason.points, 0)
}

test('fewer owners than the floor are never heard, and to take any of them away changes nothing', () => {
  fc.assert(
    fc.property(stores(8), fc.integer({ min: 3, max: 6 }), fc.nat(), (spoken, floor, pick) => {
      const few = spoken.filter(({ owner }) => Number(owner.slice(1)) < floor - 1)
      fc.pre(ownersOf(few) < floor)
      expect(answerTo(few, floor)).toEqual(silentView)
      expect(answerTo(without(few, pick % Math.max(1, few.length)), floor)).toEqual(silentView)
    }),
  )
})

test('nothing in an answer names a store, and no bucket holds fewer than the floor', () => {
  fc.assert(
    fc.property(stores(40), fc.integer({ min: 3, max: 12 }), (spoken, floor) => {
      const answers = Object.values(answerTo(spoken, floor)).flatMap((signals) => Object.values(signals) as unknown[])
      for (const answer of answers) expect([null, ...networkBuckets]).toContain(answer)
      if (answers.some((answer) => answer !== null)) expect(ownersOf(spoken)).toBeGreaterThanOrEqual(floor)
    }),
  )
})

test('one store, whatever it says, moves the points by no more than the published cap', () => {
  fc.assert(
    fc.property(stores(14), fc.array(rows, { minLength: 2, maxLength: 2 }), (spoken, [before = {}, after = {}]) => {
      const liar = (said: Spoken['rows']): Spoken => ({ store: 'liar', owner: 'o99', rows: said })
      const points = [[], [liar(before)], [liar(after)]].map((one) => networkPoints([...spoken, ...one]))
      expect(Math.max(...points) - Math.min(...points)).toBeLessThanOrEqual(networkPointsAtMost)
    }),
    { numRuns: 300 },
  )
})

test('the cap is reached: three stores that all change their mind, the third alone', () => {
  const bad = (at: number): readonly StoredGift[] => [['x', 0, at, at, 0]]
  const good: readonly StoredGift[] = [['x', 0, 0, 0, now - day]]
  const allOf = (gifts: readonly StoredGift[]) => Object.fromEntries(sharedKinds.map((kind) => [kind, gifts]))
  const others = [0, 1].map((at): Spoken => ({ store: `s${at}`, owner: `o${at}`, rows: allOf(bad(now - day)) }))
  const silent = networkPoints(others)
  const spoken = networkPoints([...others, { store: 's2', owner: 'o2', rows: allOf(bad(now - day)) }])
  expect([silent, spoken]).toEqual([0, -19])
  expect(networkPoints([...others, { store: 's2', owner: 'o2', rows: allOf(good) }])).toBe(0)
})

test('what the asking owner said itself is left out, and a store that is not heard says nothing', () => {
  fc.assert(
    fc.property(stores(12), rows, (spoken, own) => {
      const withOwn = [...spoken, { store: 'mine', owner: 'o-own', rows: own }]
      expect(answerTo(withOwn)).toEqual(answerTo(spoken))
      expect(answerTo([...spoken, { store: 'new', owner: 'o98', rows: own }], 3, ['new'])).toEqual(answerTo(spoken))
    }),
  )
})

test('many stores that are not heard do not push out those that are', () => {
  const fraud: readonly StoredGift[] = [['x', 0, 0, now - 2 * day, 0]]
  const honest = [0, 1, 2].map((at): Spoken => ({ store: `s${at}`, owner: `o${at}`, rows: { email: fraud } }))
  const newer: readonly StoredGift[] = [['x', 0, 0, now - day, 0]]
  const sybils = [...Array(100).keys()].map((at): Spoken => ({
    store: `n${at}`,
    owner: `p${at}`,
    rows: { email: newer },
  }))
  const unheard = sybils.map(({ store }) => store)
  expect(answerTo([...honest, ...sybils], 3, unheard).email?.fraud).toBe('3 to 9')
})

test('a fraud fades after a year, a decline after a month', () => {
  const old = (days: number, signal: 2 | 3): Spoken[] =>
    [0, 1, 2].map((at) => {
      const said: [string, number, number, number, number] = ['x', 0, 0, 0, 0]
      said[signal] = now - days * day
      return { store: `s${at}`, owner: `o${at}`, rows: { phone: [said] } }
    })
  expect(answerTo(old(364, 3)).phone?.fraud).toBe('3 to 9')
  expect(answerTo(old(366, 3)).phone?.fraud).toBeNull()
  expect(answerTo(old(29, 2)).phone?.declined).toBe('3 to 9')
  expect(answerTo(old(31, 2)).phone?.declined).toBeNull()
})
