import { z } from 'zod'

/** The operator of the installation sees this organisation as its dashboard shows it, and changes nothing. */
export const RunningImpersonation = z.object({
  id: z.string(),
  operator: z.string(),
  reason: z.string(),
  started_at: z.string(),
  ends_at: z.string(),
})
export type RunningImpersonation = z.infer<typeof RunningImpersonation>

export const PastImpersonation = z.object({
  id: z.string(),
  operator: z.string(),
  reason: z.string(),
  started_at: z.string(),
  /** null: not over yet. */
  ended_at: z.string().nullable(),
  ended_by: z.enum(['operator', 'time', 'switched_off', 'sign_out', 'removed', 'next']).nullable(),
})
export type PastImpersonation = z.infer<typeof PastImpersonation>

/** GET /console/v1/impersonation: the switch, and the newest hundred from the audit trail. */
export const Impersonations = z.object({ allowed: z.boolean(), data: z.array(PastImpersonation) })
export type Impersonations = z.infer<typeof Impersonations>

/** POST /console/v1/impersonation; switching off ends what is running. */
export const ImpersonationSwitch = z.strictObject({ allowed: z.boolean() })
