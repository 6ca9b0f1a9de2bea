import type { Decision, RiskLevel } from '#contract/assessment.ts'
import type { ScoreCard } from './policy.ts'

/** The scale is absolute, so the levels are the same in every store: 70 is 1% fraud, ten points double or halve the odds. */
export function levelOf(score: number): RiskLevel {
  if (score < 20) return 'critical'
  if (score < 40) return 'high'
  return score < 70 ? 'medium' : 'low'
}

export function decisionOf(score: number, { thresholds }: Pick<ScoreCard, 'thresholds'>): Decision {
  if (score < thresholds.decline) return 'decline'
  return score < thresholds.review ? 'review' : 'approve'
}

export const held = (sum: number): number => Math.min(100, Math.max(0, sum))
