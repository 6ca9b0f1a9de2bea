import type { Follower } from '../../platform/documents/port.ts'
import type { Identifiers } from '../../platform/identifiers/identify.ts'
import { dayMs, standingAt, type Fact, type Standing } from '../../scoring/standing.ts'
import { countedOf, deltasBetween, nothingCounted, type CountedOrder } from '../labels/service.ts'
import { outcomePushes } from '../velocity/service.ts'
import { pushesTo } from './own-identifiers.ts'
import type { SpillFile } from './spill-file.ts'
import { createSpilledMap } from './spilled-map.ts'

/** An order whose outcome may still change. */
export interface Placed {
  /** Of the attempt, as profiles name its event. */
  readonly id: string
  /** Of the attempt, counted from 0. */
  readonly number: number
  readonly at: number
  readonly orderRef: string
  readonly cod: boolean
  /** Of its identifiers, as profiles are named; of its own ones as well. */
  readonly profileIds: readonly string[]
}

interface Ledger extends Placed {
  facts: Fact[]
  counted: CountedOrder
  standing: Standing | null
}

/** All attempts at one order, the newest last. */
type Attempts = Ledger[]

/** A time at which one attempt is to be looked at again. */
interface Due {
  readonly at: number
  readonly orderRef: string
  readonly id: string
}

const hotOrders = 8_192

export interface Known {
  readonly placed: Placed
  readonly standing: Standing
}

export interface OutcomeDeps {
  readonly maturityDays: number
  readonly apply: (pushes: readonly Follower[], now: number) => void
  /** The order's own question has another answer now. */
  readonly changed: (known: Known) => void
  /** The order turned bad, or is so no more: people one step further are told. */
  readonly turned: (placed: Placed, delta: -1 | 1, now: number) => void
  /** Its profiles were told something because time passed. */
  readonly silent: (orderRef: string, at: number) => void
  readonly file?: SpillFile | undefined
}

/**
 * What became of each order, as the ledger of labels keeps it in the database (features/labels). Silence is good at its
 * instant: `pass` is told of every instant before anything else that happens in it.
 */
export const createOutcomeMemory = ({ maturityDays, apply, changed, turned, silent: fell, file }: OutcomeDeps) => {
  const orders = createSpilledMap<Attempts>({
    ...{ file, hot: hotOrders },
    write: (attempts) => attempts,
    read: (written) => written as Attempts,
  })
  // Orders come in time order, so the first to fall silent stands first.
  const silent: Due[] = []
  let next = 0
  let pushes = 0
  const late: Due[] = []

  const attemptOf = (orderRef: string, id: string): Ledger | undefined =>
    orders.get(orderRef)?.findLast((attempt) => attempt.id === id)

  /** Returns whether the order's own question has another answer now. */
  const settle = (order: Ledger, now: number): boolean => {
    const placed = { receivedAt: order.at, declined: false, cod: order.cod }
    const standing = standingAt(placed, order.facts, now, maturityDays)
    const counted = countedOf(standing)
    const deltas = deltasBetween(order.counted, counted)
    if (Object.values(deltas).some((delta) => delta !== 0)) {
      const { orderRef, profileIds } = order
      const id = `told ${(pushes += 1).toString(36)}`
      const pushesOf = (identifiers: Identifiers) =>
        outcomePushes({ id, at: now, orderRef, orderAt: order.at, identifiers, ...deltas })
      apply(pushesTo(profileIds, pushesOf), now)
      if (deltas.bad !== 0) turned(order, deltas.bad, now)
    }
    const before = order.standing?.outcome ?? 'pending'
    Object.assign(order, { counted, standing })
    const isChanged = standing.outcome !== before
    if (isChanged) changed({ placed: order, standing })
    if (standing.goodAt !== null && standing.goodAt > order.at + maturityDays * dayMs) {
      late.push({ at: standing.goodAt, orderRef: order.orderRef, id: order.id })
      late.sort((one, other) => one.at - other.at)
    }
    return isChanged
  }

  return {
    /** Returns the number of the former attempt at the same order. */
    placed: (order: Placed): number | undefined => {
      const before = orders.get(order.orderRef) ?? []
      // Another attempt at the same order: what is told of it holds for the newest one.
      const facts = before.at(-1)?.facts ?? []
      orders.set(order.orderRef, [...before, { ...order, facts, counted: nothingCounted, standing: null }])
      silent.push({ at: order.at + maturityDays * dayMs, orderRef: order.orderRef, id: order.id })
      return before.at(-1)?.number
    },
    /** False: nobody knows such an order. */
    told: (orderRef: string, fact: Fact): boolean => {
      const order = orders.get(orderRef)?.at(-1)
      if (!order) return false
      order.facts = [...order.facts, fact]
      settle(order, fact.at)
      return true
    },
    /** Lets time pass up to this instant; what falls due is told at its own instant. */
    pass: (now: number): void => {
      for (;;) {
        const [firstLate, first] = [late[0], silent[next]]
        const isLate = (firstLate?.at ?? Infinity) < (first?.at ?? Infinity)
        const due = isLate ? firstLate : first
        if (!due || due.at > now) break
        if (isLate) late.shift()
        else next += 1
        const order = attemptOf(due.orderRef, due.id)
        if (order && settle(order, due.at)) fell(due.orderRef, due.at)
      }
      if (next > 4_096) {
        silent.splice(0, next)
        next = 0
      }
    },
    profileIdsOf: (orderRef: string, id: string): readonly string[] => attemptOf(orderRef, id)?.profileIds ?? [],
    standingOf: (orderRef: string): Standing | null => orders.get(orderRef)?.at(-1)?.standing ?? null,
    /** Lays aside what was not asked for lately: to be called when nobody holds an order. */
    rest: orders.rest,
  }
}
