import type { KeyScope } from '#contract/key-scopes.ts'
import type { Mode } from '../documents/port.ts'
import type { Caller } from './caller.ts'

/** A key as the door needs it: whose it is and what it opens. Never the key itself. */
export interface ApiKey {
  readonly keyId: string
  readonly kind: 'secret' | 'publishable'
  readonly merchantId: string
  readonly mode: Mode
  /** Revoked, or past its expiry. */
  readonly revoked: boolean
  /** Origins a publishable key may be used from; empty for secret keys. */
  readonly origins: readonly string[]
  /** What a secret key opens. */
  readonly scopes: readonly KeyScope[]
  /** Where a secret key may be used from, canonical; empty: from anywhere. */
  readonly networks: readonly string[]
}

/** Answered from memory on the hot path; a change is in force here at once and elsewhere within 2 s (platform/changes). */
export interface ApiKeys {
  /** undefined: never issued here. Throws AppError `key_malformed` when shape or checksum do not fit. */
  find(token: string): Promise<ApiKey | undefined>
  /** As printed, newest first; during a rotation the former one as well. */
  signingSecrets(keyId: string): Promise<readonly string[]>
}

export type Person = Extract<Caller, { kind: 'person' }>

export interface People {
  /** undefined: no cookie, or one that is forged, expired or signed out. */
  authenticate(cookieHeader: string | undefined): Promise<Person | undefined>
}

export type Operator = Extract<Caller, { kind: 'operator' }>

export interface Operators {
  /** undefined: no cookie, or one that is forged, over, idle for too long or signed out. */
  authenticate(cookieHeader: string | undefined): Promise<Operator | undefined>
}

export interface Authenticators {
  readonly apiKeys: ApiKeys
  readonly people: People
  readonly operators: Operators
}
