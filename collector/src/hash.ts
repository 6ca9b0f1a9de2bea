import { murmurX64Hash128 } from '@fingerprintjs/fingerprintjs'

/** From here on the browser's own SHA-256 takes less of the page's time than JavaScript does. */
const longText = 400

/**
 * 32 or 64 hex characters. Short values are hashed in JavaScript, so that plain HTTP, which has no crypto.subtle, gives the
 * same device nearly all the same hashes; matching forgives the few long ones. It hides values from a casual look only:
 * the server keys each hash again before it stores it.
 */
export const hashOf = (value: unknown): string | undefined | Promise<string> => {
  const text = JSON.stringify(value) as string | undefined
  if (text === undefined) return undefined
  const subtle = (globalThis.crypto as { readonly subtle?: SubtleCrypto } | undefined)?.subtle
  return subtle && text.length >= longText ? sha256(subtle, text) : murmurX64Hash128(text)
}

const sha256 = async (subtle: SubtleCrypto, text: string): Promise<string> => {
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
