import { collection, type Document } from '../../platform/documents/collection.ts'
import type { Role } from '../../platform/http/caller.ts'

/** Sealed: name and address of a person stand nowhere in clear. */
export interface PersonDocument extends Document {
  readonly organization_id: string
  readonly role: Role
  readonly email: string
  /** Keyed hash of the normalised address: one account per address, found without keeping the address in clear. */
  readonly email_ref: string
  readonly name: string
  /** argon2id, with its parameters inside. */
  readonly password: string
  readonly created_at: number
}
export const people = collection<PersonDocument>({
  name: 'people',
  scope: 'operator',
  sealed: true,
  fields: { organization_id: 'string', email_ref: 'string', created_at: 'number' },
  indexes: [{ fields: ['email_ref'], unique: true }, { fields: ['organization_id', 'created_at'] }],
})

/** One sign-in on one device: a line of refresh tokens, each used once. Revoking it ends all of them and their streams. */
export interface SignInDocument extends Document {
  readonly person_id: string
  /** SHA-256 of the only refresh token that is good now. */
  readonly token_digest: string
  /** SHA-256 of the token before it, for windows that refresh at once; absent before the first refresh. */
  readonly previous_digest?: string
  readonly rotated_at?: number
  readonly created_at: number
  readonly expires_at: number
  readonly revoked_at: number | null
}
export const signIns = collection<SignInDocument>({
  name: 'sign_ins',
  scope: 'operator',
  fields: { person_id: 'string', token_digest: 'string', created_at: 'number', expires_at: 'number' },
  indexes: [{ fields: ['person_id', 'created_at'] }],
  expires: 'expires_at',
})
