import { z } from 'zod'
import { PasswordAgain, SignInChallenge, TotpConfirm } from './console/accounts.ts'

/** What the operator's page and the server say to each other under /operator/v1. */

/** GET /operator/v1/me */
export const OperatorMe = z.object({
  operator: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  /** Nothing opens before an app is set up. */
  owes_second_factor: z.boolean(),
  recovery_codes_left: z.number().int(),
  /** Over by then, whatever happens; earlier after ten minutes without a call. */
  ends_at: z.string(),
})
export type OperatorMe = z.infer<typeof OperatorMe>

/** POST /operator/v1/recovery-codes: both once more. */
export const RenewRecoveryCodes = z.strictObject({ ...PasswordAgain.shape, ...TotpConfirm.shape })

/** POST /operator/v1/sign-in: a challenge, or at the first sign-in a session that opens the set-up of an app alone. */
export const OperatorSignInAnswer = z.union([OperatorMe, SignInChallenge.pick({ challenge: true, expires_at: true })])
export type OperatorSignInAnswer = z.infer<typeof OperatorSignInAnswer>

export const OperatorOrganization = z.object({
  id: z.string(),
  name: z.string(),
  created_at: z.string(),
  stores: z.number().int(),
  impersonation_allowed: z.boolean(),
})
export type OperatorOrganization = z.infer<typeof OperatorOrganization>

/** GET /operator/v1/organizations */
export const OperatorOrganizationsQuery = z.object({ q: z.string().trim().max(120).optional() })
export const OperatorOrganizations = z.object({ data: z.array(OperatorOrganization), has_more: z.boolean() })
export type OperatorOrganizations = z.infer<typeof OperatorOrganizations>

const Counted = z.object({ orders_30_days: z.number().int() })

/** GET /operator/v1/organizations/:id: numbers, no orders and no people. */
export const OperatorOrganizationDetail = OperatorOrganization.omit({ stores: true }).extend({
  people: z.number().int(),
  stores: z.array(z.object({ id: z.string(), name: z.string(), created_at: z.string(), live: Counted, test: Counted })),
})
export type OperatorOrganizationDetail = z.infer<typeof OperatorOrganizationDetail>

/** POST /operator/v1/organizations/:id/impersonate */
export const StartImpersonation = z.strictObject({ reason: z.string().trim().min(10).max(500) })
export const StartedImpersonation = z.object({ id: z.string(), ends_at: z.string() })
export type StartedImpersonation = z.infer<typeof StartedImpersonation>
