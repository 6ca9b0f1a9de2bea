import type { Assessment, Decision, Reason } from '#contract/assessment.ts'

export interface Thresholds {
  readonly review: number
  readonly decline: number
}

/** One line of the waterfall: where the running score stood, where it stands now, and its bar on the scale of 0 to 100. */
export interface Step {
  readonly reason: Reason
  readonly before: number
  readonly after: number
  readonly from: number
  readonly to: number
  readonly direction: 'down' | 'up' | 'none'
  /** What the decision would be without this line. */
  readonly decisionWithout: Decision
  readonly flips: boolean
}

const held = (score: number): number => Math.min(100, Math.max(0, score))

export const decisionAt = (score: number, { review, decline }: Thresholds): Decision =>
  score < decline ? 'decline' : score < review ? 'review' : 'approve'

/** Largest loss first, then gains, largest first; equal ones as they came. */
export const inReadingOrder = (reasons: readonly Reason[]): readonly Reason[] => {
  const losses = reasons.filter(({ points }) => points < 0).sort((a, b) => a.points - b.points)
  const gains = reasons.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points)
  return [...losses, ...gains, ...reasons.filter(({ points }) => points === 0)]
}

export const waterfallSteps = (
  { base, reasons, decision }: Pick<Assessment, 'base' | 'reasons' | 'decision'>,
  thresholds: Thresholds,
): readonly Step[] => {
  let running = base
  return inReadingOrder(reasons).map((reason) => {
    const before = running
    running += reason.points
    const decisionWithout = decisionAt(held(reason.without), thresholds)
    return {
      reason,
      before,
      after: running,
      from: held(Math.min(before, running)),
      to: held(Math.max(before, running)),
      direction: reason.points < 0 ? 'down' : reason.points > 0 ? 'up' : 'none',
      decisionWithout,
      flips: reason.points !== 0 && decisionWithout !== decision,
    }
  })
}

/** Points as odds: ten double or halve them. Two digits at most. */
export const oddsFactor = (points: number): string => {
  const factor = 2 ** (Math.abs(points) / 10)
  return factor >= 9.95 ? String(Number(factor.toPrecision(2))) : factor.toFixed(1).replace(/\.0$/, '')
}

/** "About 12 times the odds of fraud of an ordinary order" */
export const oddsSentence = (base: number, score: number): string => {
  const difference = base - score
  if (Math.abs(difference) <= 2) return 'About the odds of fraud of an ordinary order'
  const factor = oddsFactor(difference)
  return difference > 0
    ? `About ${factor} times the odds of fraud of an ordinary order`
    : `The odds of fraud are about ${factor} times lower than for an ordinary order`
}
