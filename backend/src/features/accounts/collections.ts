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
  /** When the password was last changed; absent: it is the first. */
  readonly password_at?: number
}
export const people = collection<PersonDocument>({
  name: 'people',
  scope: 'operator',
  sealed: true,
  fields: { organization_id: 'string', email_ref: 'string', created_at: 'number' },
  indexes: [{ fields: ['email_ref'], unique: true }, { fields: ['organization_id', 'created_at'] }],
})

export type Factor = 'password' | 'totp' | 'recovery_code' | 'passkey'

/** One sign-in on one device: a line of refresh tokens, each used once. Revoking it ends all of them and their streams. */
export interface SignInDocument extends Document {
  readonly person_id: string
  /** The organisation entered with it; absent: the first one the person belongs to. */
  readonly organization_id?: string
  /** SHA-256 of the only refresh token that is good now. */
  readonly token_digest: string
  /** SHA-256 of the token before it, for windows that refresh at once; absent before the first refresh. */
  readonly previous_digest?: string
  readonly rotated_at?: number
  readonly created_at: number
  readonly expires_at: number
  readonly revoked_at: number | null
  /** Absent in sign-ins of former releases. */
  readonly factor?: Factor
  readonly country?: string | null
  /** Browser and system, in words: `Firefox on Linux`. */
  readonly client?: string | null
  readonly unusual?: readonly string[]
}
export const signIns = collection<SignInDocument>({
  name: 'sign_ins',
  scope: 'operator',
  fields: { person_id: 'string', token_digest: 'string', created_at: 'number', expires_at: 'number' },
  indexes: [{ fields: ['person_id', 'created_at'] }],
  expires: 'expires_at',
})

export type LinkPurpose =
  'confirm-account' | 'reset' | 'confirm-email' | 'challenge' | 'operator-challenge' | 'passkey' | 'passkey-sign-in'

/** What came by mail, stands between password and second factor, or is asked of a passkey. The id is the SHA-256 of the token. */
export interface LinkDocument extends Document {
  readonly purpose: LinkPurpose
  /** Whom it is about: a person, or the keyed hash of an address that has none yet. */
  readonly subject: string
  readonly state: 'open' | 'used'
  /** Of a challenge: wrong codes so far. */
  readonly tries: number
  readonly data: Readonly<Record<string, string>>
  readonly created_at: number
  readonly expires_at: number
}
export const links = collection<LinkDocument>({
  name: 'account_links',
  scope: 'operator',
  sealed: true,
  fields: {
    purpose: 'string',
    subject: 'string',
    state: 'string',
    tries: 'number',
    created_at: 'number',
    expires_at: 'number',
  },
  indexes: [{ fields: ['subject', 'purpose', 'created_at'] }],
  expires: 'expires_at',
})

/**
 * What somebody asked for by address. Written alike whether or not there is an account; the worker looks, so that
 * neither the answer nor its time can tell.
 */
export interface AskedDocument extends Document {
  readonly kind: 'sign-up' | 'resend' | 'reset' | 'new-address'
  readonly state: 'open' | 'done'
  readonly data: Readonly<Record<string, string>>
  readonly at: number
  readonly expires_at: number
}
export const asked = collection<AskedDocument>({
  name: 'account_requests',
  scope: 'operator',
  sealed: true,
  fields: { state: 'string', at: 'number', expires_at: 'number' },
  indexes: [{ fields: ['state', 'at'] }],
  expires: 'expires_at',
})

/** How a person signs in besides the password; the id is the person's. */
export interface FactorDocument extends Document {
  /** Every change and every use raises it by compare-and-swap: a code works once, in whichever process. */
  readonly revision: number
  readonly totp: 'off' | 'pending' | 'on'
  /** Sealed a second time, under a place of its own. */
  readonly secret: string | null
  /** The last half minute of which a code was taken. */
  readonly step: number
  /** SHA-256 of each that is left. */
  readonly recovery: readonly string[]
  /** Where this person signed in from before. */
  readonly countries: readonly string[]
}
export const factors = collection<FactorDocument>({
  name: 'second_factors',
  scope: 'operator',
  sealed: true,
  fields: { revision: 'number' },
})

/** Failures at one door: an account from an unknown browser, from a known one, or an address. The id is a keyed hash. */
export interface DelayDocument extends Document {
  readonly failures: number
  readonly until: number
  readonly expires_at: number
}
export const delays = collection<DelayDocument>({
  name: 'sign_in_delays',
  scope: 'operator',
  fields: { failures: 'number', until: 'number', expires_at: 'number' },
  expires: 'expires_at',
})

/** What an organisation asks of its people; the id is the organisation's. */
export interface SignInRuleDocument extends Document {
  readonly second_factor: boolean
}
export const signInRules = collection<SignInRuleDocument>({ name: 'sign_in_rules', scope: 'operator', fields: {} })
