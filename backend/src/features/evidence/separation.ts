import type { EvidenceStatistic } from '#contract/console.ts'
import type { EvidenceValues } from '../../scoring/measure.ts'
import { pointsOf } from '../../scoring/points.ts'
import { registry } from '../../scoring/registry.ts'

/** One order as it counts: what it was told of, and what became of it. */
export interface Observed {
  readonly values: EvidenceValues
  readonly bad: boolean | null
}

/** Below this a share of bad or good orders says nothing. */
const enough = 10

interface Tally {
  orders: number
  known: number
  against: number
  for: number
  /** Orders by their points. */
  readonly byPoints: Map<number, number>
}

const empty = (): Tally => ({ orders: 0, known: 0, against: 0, for: 0, byPoints: new Map() })

const count = (tally: Tally, points: number, isKnown: boolean): void => {
  tally.orders += 1
  if (isKnown) tally.known += 1
  if (points < 0) tally.against += 1
  if (points > 0) tally.for += 1
  tally.byPoints.set(points, (tally.byPoints.get(points) ?? 0) + 1)
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1e4) / 1e4)
const shareIfEnough = (part: number, whole: number): number | null => (whole < enough ? null : share(part, whole))

/** Chance that a bad order has the worse points than a good one, ties counted half. */
export const separationOf = (bad: ReadonlyMap<number, number>, good: ReadonlyMap<number, number>): number => {
  const points = [...new Set([...bad.keys(), ...good.keys()])].sort((one, other) => one - other)
  let [better, wins, badOrders, goodOrders] = [0, 0, 0, 0]
  for (const orders of good.values()) goodOrders += orders
  better = goodOrders
  for (const at of points) {
    const [badHere, goodHere] = [bad.get(at) ?? 0, good.get(at) ?? 0]
    better -= goodHere
    wins += badHere * (better + goodHere / 2)
    badOrders += badHere
  }
  return Math.round((wins / (badOrders * goodOrders)) * 1e4) / 1e4
}

/** Expert points of each evidence over these orders, in registry order. */
export const statisticsOf = (observed: readonly Observed[]): EvidenceStatistic[] =>
  registry.map((evidence, index) => {
    const [all, bad, good] = [empty(), empty(), empty()]
    for (const order of observed) {
      const value = order.values[index] ?? null
      const points = value === null ? 0 : pointsOf(evidence, value)
      count(all, points, value !== null)
      if (order.bad !== null) count(order.bad ? bad : good, points, value !== null)
    }
    const canSay = bad.orders >= enough && good.orders >= enough
    return {
      name: evidence.name,
      known: share(all.known, all.orders),
      against: share(all.against, all.orders),
      for: share(all.for, all.orders),
      against_bad: shareIfEnough(bad.against, bad.orders),
      against_good: shareIfEnough(good.against, good.orders),
      for_bad: shareIfEnough(bad.for, bad.orders),
      for_good: shareIfEnough(good.for, good.orders),
      separation: canSay ? separationOf(bad.byPoints, good.byPoints) : null,
    }
  })
