import { z } from 'zod'

export const riskLevels = ['low', 'medium', 'high', 'critical'] as const
export const RiskLevel = z.enum(riskLevels)
export type RiskLevel = z.infer<typeof RiskLevel>

export const decisions = ['approve', 'review', 'decline'] as const
export const Decision = z.enum(decisions)
export type Decision = z.infer<typeof Decision>

export const Recommendation = z.enum(['none', 'challenge_3ds', 'confirm_order', 'verify_identity', 'hold_shipment'])
export type Recommendation = z.infer<typeof Recommendation>

export const ReasonScope = z.enum(['store', 'network', 'device', 'order'])
export type ReasonScope = z.infer<typeof ReasonScope>

export const ReasonValue = z.union([z.number(), z.boolean(), z.string(), z.null()])
export type ReasonValue = z.infer<typeof ReasonValue>

export const Reason = z.object({
  code: z.string(),
  points: z.number().int(),
  sentiment: z.enum(['positive', 'negative', 'neutral']),
  scope: ReasonScope,
  value: ReasonValue,
  text: z.string(),
  /** The held sum less the points of this line. */
  without: z.number().int(),
})
export type Reason = z.infer<typeof Reason>

export const Warning = z.object({ code: z.string(), pointer: z.string(), detail: z.string().optional() })
export type Warning = z.infer<typeof Warning>

export const DecidedBy = z.object({
  type: z.enum(['score', 'rule', 'list', 'test']),
  id: z.string().nullable(),
  name: z.string().nullable(),
})

export const Assessment = z.object({
  id: z.string(),
  livemode: z.boolean(),
  created_at: z.string(),
  session_id: z.string().nullable(),
  order_id: z.string(),
  attempt: z.number().int(),
  previous: z.string().nullable(),
  trust_score: z.number().int().min(0).max(100),
  sum: z.number().int(),
  base: z.number().int(),
  risk_level: RiskLevel,
  decision: Decision,
  would_decide: Decision.nullable(),
  decided_by: DecidedBy,
  recommendation: Recommendation,
  degraded: z.boolean(),
  degraded_causes: z.array(z.string()),
  control: z.boolean(),
  reasons: z.array(Reason),
  policy_revision: z.string(),
  engine: z.string(),
  device: z.object({ id: z.string(), confidence: z.number(), first_seen_at: z.string() }).nullable(),
  warnings: z.array(Warning),
  latency_ms: z.number(),
})
export type Assessment = z.infer<typeof Assessment>

export const Replay = z.object({
  match: z.boolean(),
  digest_stored: z.string(),
  digest_replayed: z.string(),
  engine_stored: z.string(),
  engine: z.string(),
  differences: z.array(z.object({ pointer: z.string(), stored: z.unknown(), replayed: z.unknown() })),
})
export type Replay = z.infer<typeof Replay>
