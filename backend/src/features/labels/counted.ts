import type { Standing } from '../../scoring/standing.ts'

/** What of an order its profiles have counted; 0 or 1 each. */
export interface CountedOrder {
  readonly bad: number
  readonly good: number
  /** Of the delivery. */
  readonly refused: number
  readonly unpaid: number
  readonly declined: number
  readonly returned: number
}

export const nothingCounted: CountedOrder = { bad: 0, good: 0, refused: 0, unpaid: 0, declined: 0, returned: 0 }
const names = Object.keys(nothingCounted) as readonly (keyof CountedOrder)[]

export const countedOf = ({ fraud, refused, unpaid, declined, returned }: Standing): CountedOrder => ({
  bad: Number(fraud === 'bad'),
  good: Number(fraud === 'good' && !refused),
  refused: Number(refused),
  unpaid: Number(unpaid),
  declined: Number(declined),
  returned: Number(returned),
})

type Delta = -1 | 0 | 1
export type Deltas = Readonly<Record<keyof CountedOrder, Delta>>

const signOf = (value: number): Delta => (value > 0 ? 1 : value < 0 ? -1 : 0)

/** What a profile that counted `before` must be told, so that it counts `after`. */
export const deltasBetween = (before: CountedOrder, after: CountedOrder): Deltas => {
  const deltas: Record<keyof CountedOrder, Delta> = { bad: 0, good: 0, refused: 0, unpaid: 0, declined: 0, returned: 0 }
  for (const name of names) deltas[name] = signOf(after[name] - before[name])
  return deltas
}

export const isNothing = (deltas: Deltas): boolean => names.every((name) => deltas[name] === 0)
