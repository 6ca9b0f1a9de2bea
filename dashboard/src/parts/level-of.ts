import type { RiskLevel } from '#contract/assessment.ts'

/** The four levels of the scale; they are the same in every store. */
export const levelOf = (score: number): RiskLevel =>
  score < 20 ? 'critical' : score < 40 ? 'high' : score < 70 ? 'medium' : 'low'
