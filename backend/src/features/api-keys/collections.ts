import { collection, type Document } from '../../platform/documents/collection.ts'
import type { KeyScope } from '#contract/key-scopes.ts'
import type { Mode } from '../../platform/documents/port.ts'

/** One printed form of a key. During a rotation two of them open the same key; `valid_until` null: until revoked. */
export type Token = { readonly digest: string; readonly prefix: string; readonly valid_until: number | null }

/** A signing secret must be recoverable to check signatures: sealed under the merchant's key, never hashed. */
export type SigningSecret = { readonly sealed: string; readonly valid_until: number | null }

/** What may be wrong with a row as it lies in the database. */
export type KeyProblem = 'unsigned' | 'changed' | 'revocation_undone'

/** What the row says, before it is signed. */
export interface UnsignedKey extends Document {
  readonly kind: 'secret' | 'publishable'
  readonly merchant_id: string
  readonly mode: Mode
  readonly name: string
  /** Of the newest token: the first characters of its random part, all that may be shown again. */
  readonly prefix: string
  /** A publishable key stands in every page's source, so it is kept in clear; null for secret keys. */
  readonly token: string | null
  /** Newest first. */
  readonly tokens: readonly Token[]
  readonly signing: readonly SigningSecret[]
  readonly created_at: number
  /** Within a minute. 0: never. */
  readonly last_used_at: number
  readonly expires_at: number | null
  readonly revoked_at: number | null
  /** Absent: all of them. */
  readonly scopes?: readonly KeyScope[]
  /** Canonical; absent or empty: from anywhere. */
  readonly networks?: readonly string[]
  /** Who was shown the secrets that are in force: ids of people. */
  readonly seen_by?: readonly string[]
  /** One of them is gone since. */
  readonly exposed_at?: number | null
  /** Raised by each change, so that two at once cannot both win. */
  readonly revision: number
}

export interface ApiKeyDocument extends UnsignedKey {
  /** Keyed digest over the row: whoever can write the database alone can make none. Absent: of a former release. */
  readonly mac?: string
}

/** Operator scope: a key is looked up before anybody knows whose it is. */
export const apiKeys = collection<ApiKeyDocument>({
  name: 'api_keys',
  scope: 'operator',
  fields: { merchant_id: 'string', created_at: 'number', revision: 'number', last_used_at: 'number' },
  indexes: [{ fields: ['merchant_id', 'created_at'] }],
})

export interface ApiKeyToken extends Document {
  readonly key_id: string
}

/** Leads from the SHA-256 of a token (its id) to its key: one point read, however many tokens a key had. */
export const apiKeyTokens = collection<ApiKeyToken>({ name: 'api_key_tokens', scope: 'operator', fields: {} })
