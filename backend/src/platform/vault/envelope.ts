import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'
import { takeRandom } from '../random.ts'

/** [layout 1][key version 2][nonce 12][tag 16][ciphertext]. A new layout gets a new first byte; old ones stay readable. */
const layout = 1
const nonceAt = 3
const tagAt = nonceAt + 12
const textAt = tagAt + 16

/** A body that was changed, moved to another document, or sealed under a key that is gone. Says nothing of its content. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
}

/** What a sealed body belongs to. As JSON, so that no two lists of names read alike. */
export const boundTo = (...names: readonly string[]): Buffer => Buffer.from(JSON.stringify(names))

/**
 * AES-256-GCM. Nonces are random: NIST SP 800-38D allows 2^32 of them per key, two thousand million orders of one
 * store, and a new key version starts again.
 */
export const sealBytes = (key: KeyObject, version: number, bound: Buffer, clear: Uint8Array): Buffer => {
  const nonce = takeRandom(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(bound)
  const text = cipher.update(clear)
  cipher.final() // a stream cipher: nothing is left over
  const head = Buffer.allocUnsafe(nonceAt)
  head.writeUInt8(layout, 0)
  head.writeUInt16BE(version, 1)
  return Buffer.concat([head, nonce, cipher.getAuthTag(), text])
}

export const openBytes = (keyOf: (version: number) => KeyObject | undefined, bound: Buffer, sealed: Buffer): Buffer => {
  if (sealed.length < textAt || sealed[0] !== layout) throw new SealBroken('not an envelope of this program')
  const key = keyOf(sealed.readUInt16BE(1))
  if (!key) throw new SealBroken('sealed under a key version that is not here')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(nonceAt, tagAt), { authTagLength: 16 })
  decipher.setAAD(bound)
  decipher.setAuthTag(sealed.subarray(tagAt, textAt))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(textAt)), decipher.final()])
  } catch {
    throw new SealBroken('the seal does not fit this document')
  }
}
