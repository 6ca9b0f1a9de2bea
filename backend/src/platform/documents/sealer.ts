/** Where a sealed body lies. All of it is bound to the body (additional data), so a body moved elsewhere does not open. */
export interface SealedPlace {
  readonly collection: string
  readonly id: string
  /** null: documents of the installation itself (people, organisations), sealed under its own key. */
  readonly merchantId: string | null
  /** null outside merchant collections. */
  readonly mode: 'test' | 'live' | null
}

/**
 * Encrypts the bodies of sealed collections, AES-256-GCM under a random key per merchant. `seal` and `open` answer at
 * once, because they run inside a commit; `prepare` comes first and loads (or, before a first write, makes) the key.
 */
export interface Sealer {
  /** undefined when the key is at hand: the hot path waits for nothing. */
  prepare(merchantId: string | null): Promise<void> | undefined
  /** Throws SealingKeyMissing unless prepared. */
  seal(place: SealedPlace, plain: Uint8Array): Uint8Array
  /** Throws when the body was changed or moved, SealingKeyMissing when its key was destroyed. */
  open(place: SealedPlace, sealed: Uint8Array): Uint8Array
}

/** The merchant's key is not there: destroyed on purpose, or never prepared. */
export class SealingKeyMissing extends Error {
  constructor(readonly merchantId: string | null) {
    super(`The sealing key of ${merchantId ?? 'the installation'} is not there.`)
    this.name = 'SealingKeyMissing'
  }
}

/** One spelling of the place for all sealers; JSON, so that no two places read the same. */
export const additionalData = ({ collection, id, merchantId, mode }: SealedPlace): Buffer =>
  Buffer.from(JSON.stringify([collection, id, merchantId, mode]))
