import { murmurX64Hash128 } from '@fingerprintjs/fingerprintjs'

/**
 * 32 hex characters. Pure JavaScript, so that plain HTTP, which has no crypto.subtle, gives the same device the same hash.
 * It hides values from a casual look only: the server keys each hash again before it stores it.
 */
export const hashOf = (value: unknown): string | undefined => {
  const text = JSON.stringify(value) as string | undefined
  return text === undefined ? undefined : murmurX64Hash128(text)
}
