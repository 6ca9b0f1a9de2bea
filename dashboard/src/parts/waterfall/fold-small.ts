import type { Step } from './steps.ts'

/** Small lines that stand together in one until they are asked for. They keep their place, so the sum runs through them. */
export interface Fold {
  readonly steps: readonly Step[]
  readonly points: number
  readonly before: number
  readonly after: number
  readonly from: number
  readonly to: number
  readonly direction: 'down' | 'up'
}
export type Line = Step | Fold

export const isFold = (line: Line): line is Fold => 'steps' in line

/** A judgement: what fits on a screen is shown as it is. */
const linesShown = 12
const smallPoints = 2
const fewest = 3

/** A line whose absence would change the decision is never small. */
const isSmall = ({ reason, flips, direction }: Step): boolean =>
  Math.abs(reason.points) <= smallPoints && !flips && direction !== 'none'

const foldOf = (steps: readonly Step[], direction: Fold['direction']): readonly Line[] => {
  const [first] = steps
  const last = steps.at(-1)
  if (!first || !last || steps.length < fewest) return steps
  const points = steps.reduce((sum, { reason }) => sum + reason.points, 0)
  const from = Math.min(first.from, last.from)
  return [{ steps, points, before: first.before, after: last.after, from, to: Math.max(first.to, last.to), direction }]
}

/** In reading order the small lines of one direction stand at its end, so they are neighbours. */
export const foldSmall = (steps: readonly Step[]): readonly Line[] => {
  if (steps.length <= linesShown) return steps
  const large = (direction: string) => steps.filter((step) => step.direction === direction && !isSmall(step))
  const small = (direction: string) => steps.filter((step) => step.direction === direction && isSmall(step))
  const ordered = [...large('down'), ...small('down'), ...large('up'), ...small('up'), ...large('none')]
  // A small line between large ones (it would flip the decision, its neighbour not) breaks the order: then all are shown.
  if (ordered.some((step, index) => step !== steps[index])) return steps
  return [
    ...large('down'),
    ...foldOf(small('down'), 'down'),
    ...large('up'),
    ...foldOf(small('up'), 'up'),
    ...large('none'),
  ]
}
