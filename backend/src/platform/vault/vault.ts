import type { DocumentStore } from '../documents/port.ts'
import { additionalData, SealingKeyMissing, type Sealer } from '../documents/sealer.ts'
import { boundTo, openBytes, sealBytes } from './envelope.ts'
import { createKeyCabinet, networkOwner, type Owner } from './key-cabinet.ts'
import type { RotationStage, StoreKeys } from './store-keys.ts'

export interface Vault extends Sealer {
  /** Throws `MasterSecretRefused` when the secret is not this database's. */
  unlock(store: Pick<DocumentStore, 'operator'>): Promise<void>
  /** Before the rest of a merchant is written; `prepare` would make them too. */
  createMerchantKeys(merchantId: string): Promise<void>
  /** Keyed hashes of one merchant; from memory on the hot path. */
  storeKeys(merchantId: string): Promise<StoreKeys>
  /** Shared signals are hashed under a key that no merchant has. */
  networkKeys(): Promise<StoreKeys>
  /** For what belongs to no merchant: rate limiter keys, sign-in addresses. */
  installationKeys(): StoreKeys
  /** Secrets that must be recoverable (signing secrets). `place` names the document and field they stand in. */
  sealSecret(secret: string, ...place: readonly string[]): string
  openSecret(sealed: string, ...place: readonly string[]): string
  /**
   * A new identifier key: first looked under (`reading`), then written under, then the only one. Announce each step, and
   * let the others hear of it before the next. False: there was no such step to take.
   */
  rotateIdentifiers(merchantId: string, to: RotationStage | 'done'): Promise<boolean>
  /** From here on the merchant's sealed bodies and keyed identifiers are noise. Announce the change afterwards. */
  destroyKeys(merchantId: string): Promise<void>
  /** To be called on every announced change (platform/changes). */
  refresh(): void
}

/**
 * Made before the documents port, which seals through it, and unlocked once the port stands. Its own rows are sealed
 * already and lie in unsealed collections, so the port needs no key to read them.
 */
export const createVault = ({ masterSecret }: { readonly masterSecret: string }): Vault => {
  const cabinet = createKeyCabinet()

  const seal = (owner: Owner, bound: Buffer, plain: Uint8Array): Buffer => {
    const { data } = cabinet.held(owner)
    const newest = data.at(-1)
    if (!newest) throw new SealingKeyMissing(owner)
    return sealBytes(newest, data.length, bound, plain)
  }

  const open = (owner: Owner, bound: Buffer, sealed: Uint8Array): Buffer => {
    const { data } = cabinet.held(owner)
    return openBytes(
      (version) => data[version - 1],
      bound,
      Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length),
    )
  }

  return {
    unlock: (store) => cabinet.unlock(store, masterSecret),
    prepare(owner) {
      const keys = cabinet.fetch(owner)
      return keys instanceof Promise ? keys.then(() => undefined) : undefined
    },
    seal: (place, plain) => seal(place.merchantId, additionalData(place), plain),
    open: (place, sealed) => open(place.merchantId, additionalData(place), sealed),
    async createMerchantKeys(merchantId) {
      await cabinet.fetch(merchantId)
    },
    storeKeys: async (merchantId) => (await cabinet.fetch(merchantId)).hashes,
    networkKeys: async () => (await cabinet.fetch(networkOwner)).hashes,
    installationKeys: () => cabinet.held(null).hashes,
    sealSecret: (secret, ...place) => seal(null, boundTo('secret', ...place), Buffer.from(secret)).toString('base64'),
    openSecret: (sealed, ...place) =>
      open(null, boundTo('secret', ...place), Buffer.from(sealed, 'base64')).toString('utf8'),
    rotateIdentifiers: (merchantId, to) => cabinet.rotate(merchantId, to),
    destroyKeys: (merchantId) => cabinet.destroy(merchantId),
    refresh: () => {
      cabinet.markStale()
    },
  }
}
