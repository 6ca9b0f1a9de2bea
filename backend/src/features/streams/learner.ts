import type { OrderFacts } from '../../scoring/context.ts'
import { weighingOf } from '../../scoring/card.ts'
import { learn, type Learned } from '../../scoring/learning/learn.ts'
import { relearn } from '../../scoring/learning/relearn.ts'
import { pivotRates } from '../../scoring/learning/log-odds.ts'
import { createMatrixBuilder, selectRows, type Matrix } from '../../scoring/learning/matrix.ts'
import { learnedInputs } from '../../scoring/learned-inputs.ts'
import type { EvidenceValues } from '../../scoring/measure.ts'
import type { Policy } from '../../scoring/policy.ts'

export type CardName = keyof Policy['cards']

/** An order as it was scored, whose outcome just became known. */
export interface Lesson {
  readonly orderRef: string
  readonly at: number
  readonly values: EvidenceValues
  readonly facts: OrderFacts
  readonly bad: boolean
  readonly knownAt: number
}

interface Counted {
  readonly bad: number
  readonly orders: number
}
/** Refits once so much is new: between, the tables would hardly move. */
const refitGrowth = { bad: 0.03, orders: 0.05 }
/** Proves anew which level is best, on the latest orders, once so much is new. */
const proofGrowth = { bad: 0.2, orders: 0.25 }
const none: Counted = { bad: 0, orders: 0 }

const hasGrown = (now: Counted, before: Counted, by: Counted): boolean =>
  Math.abs(now.bad - before.bad) > by.bad * before.bad ||
  Math.abs(now.orders - before.orders) > by.orders * before.orders

/**
 * One card of one store learning as labels arrive. An order is binned once, when its outcome becomes known; a correction
 * changes its outcome, a withdrawal takes its weight. What is not known yet is nowhere in here.
 */
export const createLearner = (card: CardName, policy: Policy) => {
  const pivotRate = pivotRates[card]
  const builder = createMatrixBuilder({ cut: Infinity, weighing: weighingOf(policy, card), pivotRate })
  const rows = new Map<string, number>()
  const bad: number[] = []
  const weight: number[] = []
  let [counted, fitted, proven] = [none, none, none]
  let latest: Learned | undefined
  let trainings = 0

  const set = (row: number, isBad: boolean, worth: 0 | 1): void => {
    const [wasBad, was] = [bad[row] ?? 0, weight[row] ?? 0]
    counted = { bad: counted.bad + Number(isBad) * worth - wasBad * was, orders: counted.orders + worth - was }
    bad[row] = Number(isBad)
    weight[row] = worth
  }

  const matrix = (): Matrix => {
    const built = builder.build()
    const known = { ...built, bad: Uint8Array.from(bad), weight: Float64Array.from(weight) }
    const kept = Uint32Array.from(weight.keys()).filter((row) => weight[row] === 1)
    return kept.length === built.orders ? known : selectRows(known, kept)
  }

  return {
    learnOf: ({ orderRef, at, values, facts, bad: isBad, knownAt }: Lesson): void => {
      const { amount, method } = facts
      const custom = learnedInputs(facts)
      const added = builder.add({ at, values, custom, bad: isBad, knownAt, weight: 1, amount, method })
      if (!added) return
      rows.set(orderRef, rows.size)
      set(rows.size - 1, isBad, 1)
    },
    knows: (orderRef: string): boolean => rows.has(orderRef),
    correct: (orderRef: string, isBad: boolean): void => {
      const row = rows.get(orderRef)
      if (row !== undefined) set(row, isBad, 1)
    },
    forget: (orderRef: string): void => {
      const row = rows.get(orderRef)
      if (row !== undefined) set(row, false, 0)
    },
    /** undefined: too little is new. */
    train: (): Learned | undefined => {
      if (counted.bad === 0 || !hasGrown(counted, fitted, refitGrowth)) return undefined
      fitted = counted
      trainings += 1
      const options = { id: `mdl_${card}_${trainings}`, pivotRate }
      const isProof = latest === undefined || hasGrown(counted, proven, proofGrowth)
      if (isProof) proven = counted
      latest = isProof || !latest ? learn(matrix(), options) : relearn(matrix(), latest, options)
      return latest
    },
  }
}
export type Learner = ReturnType<typeof createLearner>
