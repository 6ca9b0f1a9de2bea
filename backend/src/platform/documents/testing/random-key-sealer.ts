import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { additionalData, SealingKeyMissing, type SealedPlace, type Sealer } from '../sealer.ts'

const ivBytes = 12
const tagBytes = 16

/** A true AES-256-GCM sealer whose keys, random unless given, live as long as the test. */
export const createRandomKeySealer = (
  makeKey: (merchantId: string | null) => Buffer = () => randomBytes(32),
): Sealer => {
  const keys = new Map<string | null, Buffer>()
  const keyOf = ({ merchantId }: SealedPlace): Buffer => {
    const key = keys.get(merchantId)
    if (!key) throw new SealingKeyMissing(merchantId)
    return key
  }
  return {
    // Asynchronous the first time, as a vault that reads its keys is.
    prepare: (merchantId) => {
      if (keys.has(merchantId)) return undefined
      return Promise.resolve().then(() => {
        if (!keys.has(merchantId)) keys.set(merchantId, makeKey(merchantId))
      })
    },
    seal: (place, plain) => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', keyOf(place), iv).setAAD(additionalData(place))
      return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open: (place, sealed) => {
      const body = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
      const decipher = createDecipheriv('aes-256-gcm', keyOf(place), body.subarray(0, ivBytes))
      decipher.setAAD(additionalData(place)).setAuthTag(body.subarray(-tagBytes))
      return Buffer.concat([decipher.update(body.subarray(ivBytes, -tagBytes)), decipher.final()])
    },
  }
}
