import type { OutcomeName } from '#contract/labels.ts'
import { createColumn } from './column.ts'

const names = ['pending', 'bad', 'good', 'unknown'] as const satisfies readonly OutcomeName[]

/** What each attempt's order is known to be by now, by the attempt's number from 0. */
export const createKnownOutcomes = () => {
  const outcomes = createColumn()
  const newer = new Map<number, number>()
  return {
    placed: (): void => {
      outcomes.push(0)
    },
    /** Another attempt at the same order: what is told of it holds for the newest one. */
    repeated: (attempt: number, by: number): void => {
      newer.set(attempt, by)
    },
    changed: (attempt: number, outcome: OutcomeName): void => {
      outcomes.set(attempt, names.indexOf(outcome))
    },
    of: (attempt: number): OutcomeName => {
      let newest = attempt
      for (let next = newer.get(newest); next !== undefined; next = newer.get(newest)) newest = next
      return names[outcomes.at(newest)] ?? 'pending'
    },
  }
}
