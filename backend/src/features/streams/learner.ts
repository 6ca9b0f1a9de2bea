import type { OrderFacts } from '../../scoring/context.ts'
import { weighingOf } from '../../scoring/card.ts'
import { learn, type Learned } from '../../scoring/learning/learn.ts'
import { pivotRates } from '../../scoring/learning/log-odds.ts'
import { createMatrixBuilder, selectRows, type Matrix } from '../../scoring/learning/matrix.ts'
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

/** Refits once so much is new: between, the tables would hardly move. */
const growth = { bad: 0.03, orders: 0.1 }

/**
 * One card of one store learning as labels arrive. An order is binned once, when its outcome becomes known; a correction
 * changes its outcome, a withdrawal takes its weight. What is not known yet is nowhere in here.
 */
export const createLearner = (card: CardName, policy: Policy) => {
  const builder = createMatrixBuilder({ cut: Infinity, weighing: { ...weighingOf(policy, card), tables: null } })
  const rows = new Map<string, number>()
  const bad: number[] = []
  const weight: number[] = []
  let counted = { bad: 0, orders: 0 }
  let trained = { bad: 0, orders: 0 }
  let trainings = 0

  const set = (row: number, isBad: boolean, worth: 0 | 1): void => {
    const [wasBad, was] = [bad[row] ?? 0, weight[row] ?? 0]
    counted = { bad: counted.bad + Number(isBad) * worth - wasBad * was, orders: counted.orders + worth - was }
    bad[row] = Number(isBad)
    weight[row] = worth
  }

  const isDue = (): boolean =>
    Math.abs(counted.bad - trained.bad) > growth.bad * trained.bad ||
    Math.abs(counted.orders - trained.orders) > growth.orders * trained.orders

  const inTime = (): Matrix => {
    const matrix = builder.build()
    const kept = Uint32Array.from(rows.values()).filter((row) => weight[row] === 1)
    kept.sort((one, other) => (matrix.at[one] ?? 0) - (matrix.at[other] ?? 0) || one - other)
    return selectRows({ ...matrix, bad: Uint8Array.from(bad), weight: Float64Array.from(weight) }, kept)
  }

  return {
    learnOf: ({ orderRef, at, values, facts, bad: isBad, knownAt }: Lesson): void => {
      const { amount, method, custom } = facts
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
      if (counted.bad === 0 || !isDue()) return undefined
      trained = counted
      trainings += 1
      return learn(inTime(), { id: `mdl_${card}_${trainings}`, pivotRate: pivotRates[card] })
    },
    counted: () => counted,
    trainings: () => trainings,
  }
}
export type Learner = ReturnType<typeof createLearner>
