import type { Follower } from '../../platform/documents/port.ts'
import type { Identifiers } from '../../platform/identifiers/identify.ts'
import { dayMs, standingAt, type Fact, type Standing } from '../../scoring/standing.ts'
import { countedOf, deltasBetween, nothingCounted, type CountedOrder } from '../labels/service.ts'
import { outcomePushes } from '../velocity/service.ts'
import { pushesTo } from './own-identifiers.ts'

/** An order whose outcome may still change. */
export interface Placed {
  /** Of the attempt, as profiles name its event. */
  readonly id: string
  readonly at: number
  readonly orderRef: string
  readonly cod: boolean
  /** Of its identifiers, as profiles are named; of its own ones as well. */
  readonly profileIds: readonly string[]
}

interface Ledger extends Placed {
  readonly former: Ledger | undefined
  facts: Fact[]
  counted: CountedOrder
  standing: Standing | null
}

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
}

/**
 * What became of each order, as the ledger of labels keeps it in the database (features/labels). Silence is good at its
 * instant: `pass` is told of every instant before anything else that happens in it.
 */
export const createOutcomeMemory = ({ maturityDays, apply, changed, turned, silent: fell }: OutcomeDeps) => {
  const orders = new Map<string, Ledger>()
  // Orders come in time order, so the first to fall silent stands first.
  const silent: Ledger[] = []
  let next = 0
  let pushes = 0
  const late: { readonly due: number; readonly order: Ledger }[] = []

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
      late.push({ due: standing.goodAt, order })
      late.sort((one, other) => one.due - other.due)
    }
    return isChanged
  }

  const dueAt = (order: Ledger | undefined): number => (order ? order.at + maturityDays * dayMs : Infinity)

  return {
    placed: (order: Placed): void => {
      const known = orders.get(order.orderRef)
      // Another attempt at the same order: what is told of it holds for the newest one.
      const ledger: Ledger = {
        ...order,
        former: known,
        facts: known?.facts ?? [],
        counted: nothingCounted,
        standing: null,
      }
      orders.set(order.orderRef, ledger)
      silent.push(ledger)
    },
    /** False: nobody knows such an order. */
    told: (orderRef: string, fact: Fact): boolean => {
      const order = orders.get(orderRef)
      if (!order) return false
      order.facts = [...order.facts, fact]
      settle(order, fact.at)
      return true
    },
    /** Lets time pass up to this instant; what falls due is told at its own instant. */
    pass: (now: number): void => {
      for (;;) {
        const [lateDue, due] = [late[0]?.due ?? Infinity, dueAt(silent[next])]
        const at = Math.min(lateDue, due)
        if (at > now) break
        const order = lateDue < due ? late.shift()?.order : silent[next]
        if (lateDue >= due) {
          Reflect.deleteProperty(silent, next)
          next += 1
        }
        if (!order) continue
        if (settle(order, at)) fell(order.orderRef, at)
      }
      if (next > 4_096) {
        silent.splice(0, next)
        next = 0
      }
    },
    profileIdsOf: (orderRef: string, id: string): readonly string[] => {
      let order = orders.get(orderRef)
      while (order && order.id !== id) order = order.former
      return order?.profileIds ?? []
    },
    standingOf: (orderRef: string): Standing | null => orders.get(orderRef)?.standing ?? null,
  }
}
