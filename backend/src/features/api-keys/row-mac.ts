import { timingSafeEqual } from 'node:crypto'
import { canonicalJson } from '../../scoring/canonical-json.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import type { ApiKeyDocument, UnsignedKey } from './collections.ts'

/** Raised when what is covered changes; a row says which it was made by. */
const version = 'v1'

type Keys = Pick<Vault, 'installationKeys'>

/**
 * Over everything in the row but the time of last use, which anybody may move: store, mode, scopes, networks, digests and
 * their ends, expiry, revocation. The key is made from the vault's, which the database file does not open.
 */
const macOf = ({ installationKeys }: Keys, key: UnsignedKey): string => {
  const covered = canonicalJson({ ...key, last_used_at: undefined, mac: undefined })
  return `${version}.${installationKeys().digest('key-row', `${version} ${covered}`)}`
}

export const signKey = (vault: Keys, key: UnsignedKey): ApiKeyDocument => ({ ...key, mac: macOf(vault, key) })

export const isSigned = (vault: Keys, key: ApiKeyDocument): boolean => {
  const given = Buffer.from(key.mac ?? '')
  const wanted = Buffer.from(macOf(vault, key))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
