import { z } from 'zod'
import { Assessment, Decision, Reason, Recommendation, RiskLevel } from './assessment.ts'

/** A verdict that later knowledge gave; the first one stands beside it, unchanged. */
export const Rescored = z.object({
  id: z.string(),
  /** The first verdict. */
  assessment_id: z.string(),
  at: z.string(),
  /** What made it: a label on a linked order, or news of the network. */
  cause: z.enum(['label', 'network']),
  /** The level before, by the first verdict or by the last time it was scored again. */
  former_level: RiskLevel,
  trust_score: z.number().int().min(0).max(100),
  sum: z.number().int(),
  base: z.number().int(),
  risk_level: RiskLevel,
  decision: Decision,
  recommendation: Recommendation,
  reasons: z.array(Reason),
  policy_revision: z.string(),
  engine: z.string(),
})
export type Rescored = z.infer<typeof Rescored>

/** As it was answered, and what later knowledge says, where it changed something. */
export const CurrentAssessment = Assessment.extend({ rescored: Rescored.optional() })
export type CurrentAssessment = z.infer<typeof CurrentAssessment>
