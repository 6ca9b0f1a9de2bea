import type { IdentifierKind } from '#contract/identifier.ts'
import type { StoreKeys } from '../vault/store-keys.ts'
import { hintOf } from './hint.ts'
import { sha256, type Normalised } from './normalised.ts'

/** What an order keeps of a person: the keyed hash, a masked hint, and whether the value was odd. */
export interface Identifier {
  /** 64 hex characters: HMAC-SHA256(merchant key, SHA-256(normalised)). */
  readonly id: string
  /** null when the caller sent a hash: we never saw the value. */
  readonly hint: string | null
  readonly flagged: boolean
}
export interface Identifiers extends Partial<Record<IdentifierKind, Identifier>> {
  /** Keyed, by name: custom inputs that the store declared to be identifiers. They have profiles, and link nobody. */
  own?: Readonly<Record<string, string>>
}

export const identify = (keys: StoreKeys, kind: IdentifierKind, value: Normalised): Identifier => ({
  id: keys.identify(sha256(value.value)),
  hint: hintOf(kind, value),
  flagged: value.flagged,
})

/** From a caller's own SHA-256 of the normalised value: the same identifier as from the value itself. */
export const identifyDigest = (keys: StoreKeys, sha256Hex: string): Identifier => ({
  id: keys.identify(Buffer.from(sha256Hex, 'hex')),
  hint: null,
  flagged: false,
})

/** A custom input under its name: what a coupon and a seller have in common by accident is not one thing. */
export const identifyOwn = (keys: StoreKeys, name: string, { value }: Normalised): string =>
  keys.identify(sha256(`own ${name} ${value}`))

/** How an identifier is named inside other identifiers' events. */
export const shortIdentifier = (id: string): string => id.slice(0, 16)
