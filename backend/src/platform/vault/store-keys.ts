import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/** What may be hashed under a merchant's identifier key besides identifiers. Each purpose has a key of its own. */
export type DigestPurpose =
  'order-ref' | 'content' | 'idempotency' | 'custom-input' | 'search' | 'sign-in' | 'component'

/** A merchant's keyed hashes. Synchronous: the keys are already here. */
export interface StoreKeys {
  /** HMAC-SHA256(identifier key, SHA-256 of the normalised value), in hex. */
  identify(sha256: Buffer): string
  /** Keyed digest of something that is no identifier; never equal to one, nor to another purpose's. */
  digest(purpose: DigestPurpose, text: string): string
}

const hmac = (key: KeyObject, bytes: string | Buffer): string => createHmac('sha256', key).update(bytes).digest('hex')

/**
 * `versions` are oldest first. A rotation wraps: version n+1 = HMAC(key n+1, version n), so that stored identifiers are
 * carried over without any raw value.
 */
export const createStoreKeys = (versions: readonly KeyObject[]): StoreKeys => {
  const [first, ...rest] = versions
  if (!first) throw new Error('a key ring without an identifier key')
  const derived = new Map<DigestPurpose, KeyObject>()
  // From the first version, so that order references survive a rotation.
  const keyFor = (purpose: DigestPurpose): KeyObject => {
    const known = derived.get(purpose)
    if (known) return known
    const key = createSecretKey(hmac(first, `goodfaith/digest/${purpose}`), 'hex')
    derived.set(purpose, key)
    return key
  }
  return {
    identify: (sha256) => rest.reduce((wrapped, key) => hmac(key, Buffer.from(wrapped, 'hex')), hmac(first, sha256)),
    digest: (purpose, text) => hmac(keyFor(purpose), text),
  }
}
