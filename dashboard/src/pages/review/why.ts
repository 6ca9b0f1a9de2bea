import type { Assessment, Reason } from '#contract/assessment.ts'
import { formatPoints } from '../../format/number.ts'
import { inReadingOrder } from '../../parts/waterfall/steps.ts'

/** One line: a reason of its own, or several that say less, added up. */
export interface WhyLine {
  readonly points: number
  readonly reasons: readonly Reason[]
}

const shownLosses = 3
const sumOf = (reasons: readonly Reason[]): number => reasons.reduce((sum, { points }) => sum + points, 0)

/** The strongest losses one by one, the rest of them in one line, all gains in one: enough to decide, and it adds up. */
export const whyLines = (reasons: readonly Reason[]): readonly WhyLine[] => {
  const ordered = inReadingOrder(reasons)
  const losses = ordered.filter(({ points }) => points < 0)
  const gains = ordered.filter(({ points }) => points > 0)
  // One more loss needs no line of its own for "1 smaller reason".
  const shown = losses.length === shownLosses + 1 ? losses.length : shownLosses
  const [strong, weak] = [losses.slice(0, shown), losses.slice(shown)]
  return [...strong.map((reason) => [reason]), weak, gains]
    .filter((group) => group.length > 0)
    .map((group) => ({ points: sumOf(group), reasons: group }))
}

/** "70 − 22 − 14 + 19 = 53" */
export const sumSentence = ({ base, sum }: Pick<Assessment, 'base' | 'sum'>, lines: readonly WhyLine[]): string =>
  `${[String(base), ...lines.map(({ points }) => formatPoints(points).replace(/^([+−])/, '$1 '))].join(' ')} = ${sum < 0 ? `−${Math.abs(sum)}` : sum}`
