import { collection, type Document } from '../../platform/documents/collection.ts'

/**
 * Whoever runs the installation. Of no organisation, made at the machine alone. One that was removed keeps id and name,
 * so that the trail can be read; everything else of it is gone.
 */
export interface OperatorDocument extends Document {
  readonly name: string
  readonly email: string
  /** Keyed hash of the normalised address. */
  readonly email_ref: string
  /** argon2id, with its parameters inside. */
  readonly password: string
  readonly created_at: number
  readonly removed_at: number | null
}
export const operators = collection<OperatorDocument>({
  name: 'operators',
  scope: 'operator',
  sealed: true,
  fields: { email_ref: 'string', created_at: 'number' },
  indexes: [{ fields: ['email_ref'], unique: true }, { fields: ['created_at'] }],
})

/** One sign-in of an operator. There is nothing to refresh it with. */
export interface OperatorSessionDocument extends Document {
  readonly operator_id: string
  /** SHA-256 of the token in the cookie. */
  readonly token_digest: string
  /** `enrolling`: opens the set-up of an app and nothing else. */
  readonly stage: 'enrolling' | 'full'
  readonly client: string | null
  readonly country: string | null
  readonly created_at: number
  readonly used_at: number
  readonly expires_at: number
  readonly ended_at: number | null
}
export const operatorSessions = collection<OperatorSessionDocument>({
  name: 'operator_sessions',
  scope: 'operator',
  fields: { operator_id: 'string', created_at: 'number', used_at: 'number', expires_at: 'number' },
  indexes: [{ fields: ['operator_id', 'created_at'] }],
  expires: 'expires_at',
})

/** An operator who looks at an organisation as its dashboard shows it. */
export interface ImpersonationDocument extends Document {
  readonly operator_id: string
  readonly operator_name: string
  readonly organization_id: string
  readonly reason: string
  readonly token_digest: string
  /** Which turn of the merchant's switch it was begun under: another turn, and it is over. */
  readonly rule: number
  readonly state: 'running' | 'ended'
  readonly started_at: number
  readonly ends_at: number
  readonly expires_at: number
}
export const impersonations = collection<ImpersonationDocument>({
  name: 'impersonations',
  scope: 'operator',
  sealed: true,
  fields: {
    operator_id: 'string',
    organization_id: 'string',
    state: 'string',
    started_at: 'number',
    ends_at: 'number',
    expires_at: 'number',
  },
  indexes: [
    { fields: ['state', 'ends_at'] },
    { fields: ['operator_id', 'started_at'] },
    { fields: ['organization_id', 'started_at'] },
  ],
  expires: 'expires_at',
})

/** Whether an organisation lets the operator look; the id is the organisation's. None: it does. */
export interface ImpersonationRuleDocument extends Document {
  readonly allowed: boolean
  readonly turn: number
}
export const impersonationRules = collection<ImpersonationRuleDocument>({
  name: 'impersonation_rules',
  scope: 'operator',
  fields: { turn: 'number' },
})
