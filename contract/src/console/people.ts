import { z } from 'zod'
import { actingRoles } from '../roles.ts'
import { RunningImpersonation } from './impersonation.ts'

/** POST /console/v1/sign-in; the answer is `Me`, the tokens are cookies. */
export const SignIn = z.object({ email: z.string().min(3).max(320), password: z.string().min(1).max(256) })
export type SignIn = z.infer<typeof SignIn>

export const ConsoleStore = z.object({
  id: z.string(),
  name: z.string(),
  time_zone: z.string(),
  order_url: z.string().nullable(),
})
export type ConsoleStore = z.infer<typeof ConsoleStore>

/** GET /console/v1/me, POST /console/v1/refresh */
export const Me = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  role: z.enum(actingRoles),
  /** `closed`: nothing opens but one's own account and what takes it back. */
  organization: z.object({ id: z.string(), name: z.string(), closed: z.boolean() }),
  /** A second factor is asked for and not set up: until it is, nothing opens but one's own account. */
  owes_second_factor: z.boolean(),
  /** Who of the operator's staff is looking, also for the people of the organisation. */
  impersonation: RunningImpersonation.nullable(),
  /** Names for the ids of people in other answers; this person is among them. */
  colleagues: z.array(z.object({ id: z.string(), name: z.string() })),
  stores: z.array(ConsoleStore),
})
export type Me = z.infer<typeof Me>

/** POST /console/v1/sign-out */
export const Done = z.object({ done: z.literal(true) })
export type Done = z.infer<typeof Done>
