import { z } from 'zod'
import { roles } from '../roles.ts'

const RoleName = z.enum(roles)

export const Member = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: RoleName,
  since: z.string(),
})
export type Member = z.infer<typeof Member>

export const Invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: RoleName,
  invited_at: z.string(),
  expires_at: z.string(),
})
export type Invitation = z.infer<typeof Invitation>

/** GET /console/v1/people */
export const People = z.object({
  data: z.array(Member),
  /** Open ones; empty for who may not invite. */
  invitations: z.array(Invitation),
  /** Everybody is asked for a second factor. */
  second_factor: z.boolean(),
})
export type People = z.infer<typeof People>

/** POST /console/v1/people/invitations */
export const NewInvitation = z.object({ email: z.string().min(3).max(254), role: RoleName })
export type NewInvitation = z.infer<typeof NewInvitation>

/** PATCH /console/v1/people/:id */
export const RoleChange = z.object({ role: RoleName })

/** POST /console/v1/invitations/accept, by who is signed in with the invited address */
export const AcceptInvitation = z.object({ token: z.string().min(20).max(100) })
export const AcceptedInvitation = z.object({ organization_id: z.string() })
export type AcceptedInvitation = z.infer<typeof AcceptedInvitation>

/** POST /console/v1/invitations/join, by who has no account yet */
export const JoinByInvitation = AcceptInvitation.extend({
  name: z.string().trim().min(1).max(120),
  /** PG1 */
  password: z.string().min(10).max(128).regex(/\p{L}/u, 'At least one letter.').regex(/\d/, 'At least one digit.'),
})
export const Joined = z.object({ email: z.string() })
export type Joined = z.infer<typeof Joined>

/** GET /console/v1/organizations */
export const Organizations = z.object({
  current: z.string(),
  data: z.array(z.object({ id: z.string(), name: z.string(), role: RoleName })),
})
export type Organizations = z.infer<typeof Organizations>

/** PATCH /console/v1/organization */
export const ChangeOrganization = z.object({ name: z.string().trim().min(1).max(100) })

/** POST /console/v1/stores */
export const NewStore = z.object({
  name: z.string().trim().min(1).max(120),
  allowed_origins: z.array(z.string().max(260)).max(100).default([]),
})
const StoreKeys = z.object({ publishable_key: z.string(), secret_key: z.string(), signing_secret: z.string() })
/** Secrets are in this answer and never again. */
export const StoreSecrets = z.object({ id: z.string(), name: z.string(), test: StoreKeys, live: StoreKeys })
export type StoreSecrets = z.infer<typeof StoreSecrets>
