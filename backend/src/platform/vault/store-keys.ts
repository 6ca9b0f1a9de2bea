import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { createLadder, type Ladder } from './ladder.ts'

/** What may be hashed under a merchant's identifier key besides identifiers. Each purpose has a key of its own. */
export type DigestPurpose =
  | 'order-ref'
  | 'content'
  | 'idempotency'
  | 'custom-input'
  | 'search'
  | 'sign-in'
  | 'component'
  | 'control-share'
  | 'model-role'
  | 'category'
  | 'audit-anchor'
  | 'key-row'

/** A merchant's keyed hashes. Synchronous: the keys are already here. */
export interface StoreKeys {
  /** HMAC-SHA256(first identifier key, SHA-256 of the normalised value), in hex. Unsealed it stands as `ladder` says. */
  identify(sha256: Buffer): string
  /** Keyed digest of something that is no identifier; never equal to one, nor to another purpose's. */
  digest(purpose: DigestPurpose, text: string): string
  readonly ladder: Ladder
}

/** How far the documents of a rotation have come. */
export type RotationStage = 'reading' | 'writing'

const hmac = (key: KeyObject, bytes: string | Buffer): string => createHmac('sha256', key).update(bytes).digest('hex')

const ladderOf = (versions: readonly KeyObject[], rotation: RotationStage | undefined): Ladder => {
  const newest = versions.length
  if (rotation === undefined) return createLadder(versions.slice(1), { lowest: newest, writing: newest })
  const writing = rotation === 'writing' ? newest : newest - 1
  return createLadder(versions.slice(1), { lowest: newest - 1, writing })
}

/** `versions` of the identifier key are oldest first. Digests come from the first, so that they survive a rotation. */
export const createStoreKeys = (versions: readonly KeyObject[], rotation?: RotationStage): StoreKeys => {
  const [first] = versions
  if (!first) throw new Error('a key ring without an identifier key')
  const derived = new Map<DigestPurpose, KeyObject>()
  const keyFor = (purpose: DigestPurpose): KeyObject => {
    const known = derived.get(purpose)
    if (known) return known
    const key = createSecretKey(hmac(first, `goodfaith/digest/${purpose}`), 'hex')
    derived.set(purpose, key)
    return key
  }
  return {
    identify: (sha256) => hmac(first, sha256),
    digest: (purpose, text) => hmac(keyFor(purpose), text),
    ladder: ladderOf(versions, rotation),
  }
}
