import fc from 'fast-check'
import { keepNewest } from '../../platform/documents/ring.ts'
import type { Changes, Follower } from '../../platform/documents/port.ts'
import { outcomesOf } from '../../scoring/outcomes.ts'
import { profileWindows } from '../../scoring/profile-windows.ts'
import { bareOrder } from '../../scoring/testing/contexts.ts'
import { profiles, type ProfileDocument } from './collections.ts'
import { foldHorizonMs, foldOf } from './compact.ts'
import { outcomePushes, type OrderOutcome } from './outcomes.ts'
import { adaptProfile, profilePushes } from './profile.ts'

const day = 86_400_000
const now = Date.UTC(2026, 10, 22, 12)
const identifiers = { email: { id: 'e'.repeat(64), hint: null, flagged: false } }
const own = { now, orderRef: 'own', partners: {} }

/** The document as both engines keep it: by the ring's own rules, written in plain. */
const touched = (stored: ProfileDocument, follower: Follower): ProfileDocument => {
  const { push, min, max } = 'touch' in follower ? follower.changes : ({} as Changes)
  const ring = profiles.ring
  if (!ring || !push) throw new Error('no push')
  const isLate = Number(push['at']) <= (stored.folded_to ?? -Infinity)
  const isThere = stored.events.some(({ id }) => id === push['id'])
  const events = isLate || isThere ? stored.events : keepNewest(ring, [...stored.events, push])
  const notes: Record<string, number> = {}
  for (const [name, at] of Object.entries(min ?? {})) notes[name] = Math.min(at, Number(stored[name] ?? Infinity))
  for (const [name, at] of Object.entries(max ?? {})) notes[name] = Math.max(at, Number(stored[name] ?? -Infinity))
  return { ...stored, ...notes, events: events as ProfileDocument['events'] }
}

const compacted = (stored: ProfileDocument, at: number): ProfileDocument => {
  const changes = foldOf(stored, at - foldHorizonMs, at)
  if (!changes) return stored
  const gone = new Set(changes.fold.ids)
  const events = stored.events.filter(({ id }) => !gone.has(String(id)))
  return { ...stored, ...changes.set, folded_to: Math.max(stored.folded_to ?? 0, changes.fold.to), events }
}

interface Arrival {
  readonly arrives: number
  readonly push: Follower | undefined
}

/** Twenty busy minutes, so that folds and late pushes meet. */
const spanMs = 20 * 60_000

const delta = fc.constantFrom<-1 | 0 | 1>(-1, 0, 1)
const anyOutcome = fc.record({
  at: fc.integer({ min: now - spanMs, max: now - foldHorizonMs }),
  of: fc.nat(30),
  bad: delta,
  good: delta,
  refused: delta,
})
type Given = typeof anyOutcome extends fc.Arbitrary<infer T> ? T : never

/** A store takes back only what it said: the bad outcomes of one order come and go in turn. */
const inTurn = (outcomes: readonly Given[]): Given[] => {
  const isBad = new Map<number, boolean>()
  return [...outcomes]
    .sort((one, other) => one.at - other.at)
    .map((outcome) => {
      if (outcome.bad === 0) return outcome
      const was = isBad.get(outcome.of) === true
      isBad.set(outcome.of, !was)
      return { ...outcome, bad: was ? -1 : 1 }
    })
}

const outcomeOf = (given: Given, index: number): OrderOutcome => ({
  ...given,
  id: `lbl_${index}`,
  orderRef: `order-${given.of}`,
  orderAt: now - (410 + given.of) * day,
  identifiers,
})
const orderOf = (at: number, index: number) => ({
  id: `asm_${index}`,
  receivedAt: at,
  orderRef: `order-${index}`,
  facts: bareOrder,
  identifiers,
  sessionId: null,
})

/** What was pushed comes within the horizon, perhaps twice, and folds happen whenever they like. */
const anyHistory = fc.record({
  outcomes: fc.array(anyOutcome, { minLength: 20, maxLength: 90, size: 'max' }).map(inTurn),
  orders: fc.array(fc.integer({ min: now - spanMs, max: now - foldHorizonMs }), {
    minLength: 60,
    maxLength: 120,
    size: 'max',
  }),
  delays: fc.array(fc.nat(foldHorizonMs - 1), { minLength: 1, maxLength: 20 }),
  twice: fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }),
  folds: fc.array(fc.integer({ min: now - spanMs, max: now }), { maxLength: 12 }),
})
type History = typeof anyHistory extends fc.Arbitrary<infer T> ? T : never

const arrivalsOf = ({ outcomes, orders, delays, twice, folds }: History): Arrival[] => {
  const pushes = [
    ...outcomes.map((given, index) => ({ at: given.at, push: outcomePushes(outcomeOf(given, index))[0] })),
    ...orders.map((at, index) => ({ at, push: profilePushes(orderOf(at, index))[0] })),
  ]
  const arrivals = pushes.flatMap(({ at, push }, index) => {
    const first = { arrives: at + (delays[index % delays.length] ?? 0), push }
    const again = { arrives: at + (delays[(index + 1) % delays.length] ?? 0), push }
    return twice[index % twice.length] ? [first, again] : [first]
  })
  const foldings = folds.map((arrives) => ({ arrives, push: undefined }))
  return [...arrivals, ...foldings].sort((one, other) => one.arrives - other.arrives)
}

const storedAfter = (history: History): ProfileDocument =>
  arrivalsOf(history).reduce<ProfileDocument>(
    (stored, { arrives, push }) => (push ? touched(stored, push) : compacted(stored, arrives)),
    { id: 'email:e', events: [] },
  )

const quiet = { folds: [], delays: [0], twice: [false] }

test('late, twice, with folds in between: outcomes are the same', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const [one, other] = [history, { ...history, ...quiet }].map((each) =>
        outcomesOf(adaptProfile('email', storedAfter(each), 'none'), own),
      )
      expect(one).toEqual(other)
    }),
    { numRuns: 40, endOnFailure: true },
  )
})

test('the totals are the sums of what was told, however it came', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const sum = (name: 'bad' | 'good' | 'refused') =>
        Math.max(
          0,
          history.outcomes.reduce((total, outcome) => total + outcome[name], 0),
        )
      const { totals, lastBadAt } = outcomesOf(adaptProfile('email', storedAfter(history), 'none'), own)
      expect([totals.good, totals.refused]).toEqual([sum('good'), sum('refused')])
      expect(totals.bad).toBe(sum('bad'))
      if (sum('bad') > 0) expect(lastBadAt).not.toBeNull()
    }),
    { numRuns: 40, endOnFailure: true },
  )
})

test('windows and totals of orders count orders alone', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const ordersOf = (each: History) => {
        const profile = adaptProfile('email', storedAfter(each), 'none')
        return profile.events.length + profile.foldedOrders
      }
      expect(ordersOf(history)).toBe(history.orders.length)
      const { orders, lastSeenAt } = profileWindows(
        adaptProfile('email', storedAfter({ ...history, ...quiet }), 'none'),
        own,
      )
      expect(orders('1h')).toBe(history.orders.filter((at) => at > now - day / 24).length)
      expect(lastSeenAt).toBe(history.orders.length === 0 ? null : Math.max(...history.orders))
    }),
    { numRuns: 40, endOnFailure: true },
  )
})

test('what is corrected cancels exactly, also after the fold', () => {
  const told = (id: string, at: number, bad: 1 | -1, good: 0 | 1) =>
    outcomePushes({ id, at, orderRef: 'a', orderAt: now - 900 * day, identifiers, bad, good, refused: 0 })[0]
  const first = told('lbl_1', now - 300 * day, 1, 0)
  const second = told('lbl_2', now - 20 * day, -1, 1)
  if (!first || !second) throw new Error('no push')
  const orders = [...Array(70).keys()].map((index) => profilePushes(orderOf(now - (200 - index) * day, index))[0])
  const pushed = [first, ...orders].reduce<ProfileDocument>((stored, push) => (push ? touched(stored, push) : stored), {
    id: 'email:e',
    events: [],
  })
  const folded = compacted(pushed, now)
  expect(Object.values(folded.folded_outcomes ?? {})).toEqual([[1, 0, 0, 0, 0, 0, 0]])
  expect(outcomesOf(adaptProfile('email', folded, 'none'), own).totals.bad).toBe(1)
  expect(outcomesOf(adaptProfile('email', touched(folded, second), 'none'), own)).toMatchObject({
    totals: { bad: 0, good: 1 },
    faded: { bad: 0 },
    lastBadAt: null,
  })
})

test('an earlier fraud is not forgotten when a ring overflows before it is folded', () => {
  const bad = outcomePushes({
    ...{ id: 'lbl_1', at: now - 300 * day, orderRef: 'a', orderAt: now - 310 * day, identifiers },
    ...{ bad: 1, good: 0, refused: 0 },
  })
  const orders = [...Array(300).keys()].map((index) => profilePushes(orderOf(now - 60_000 + index, index))[0])
  const stored = [bad[0], ...orders].reduce<ProfileDocument>((kept, push) => (push ? touched(kept, push) : kept), {
    id: 'email:e',
    events: [],
  })
  expect(stored.events.some(({ id }) => id === 'lbl_1')).toBe(false)
  expect(outcomesOf(adaptProfile('email', stored, 'none'), own)).toMatchObject({
    totals: { bad: 1 },
    lastBadAt: now - 300 * day,
  })
})

test('an order says nothing about itself, and nothing that was learned after it', () => {
  const told = (id: string, at: number, orderRef: string) =>
    outcomePushes({ id, at, orderRef, orderAt: now - 2 * day, identifiers, bad: 1, good: 0, refused: 0 })[0]
  const pushes = [told('lbl_1', now - day, 'own'), told('lbl_2', now + day, 'other')]
  const stored = pushes.reduce<ProfileDocument>((kept, push) => (push ? touched(kept, push) : kept), {
    id: 'email:e',
    events: [],
  })
  expect(outcomesOf(adaptProfile('email', stored, 'none'), own).totals.bad).toBe(0)
  expect(outcomesOf(adaptProfile('email', stored, 'none'), { now: now + 2 * day, orderRef: 'third' }).totals.bad).toBe(
    2,
  )
})
