import type { RuleProblem } from '#contract/rules.ts'

export type Placed = Omit<RuleProblem, 'line' | 'column'>

/** Line and column, from 1, of a place that counts characters from 0. */
export function problemAt(text: string, { from, to, ...problem }: Placed): RuleProblem {
  const start = Math.min(Math.max(0, from), text.length)
  const before = text.slice(0, start).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  return { ...problem, from: start, to: Math.min(Math.max(start, to), text.length), line: before.length, column }
}
