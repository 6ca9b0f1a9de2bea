import { AppError } from '../app-error.ts'
import { isSignedBy, type SignedRequest } from './signature.ts'

const skewSeconds = 300
/** A nonce is claimed this long: twice the skew and a little, so that it outlives every timestamp it could come back with. */
export const nonceTtlSeconds = 610

const nonceShape = /^[A-Za-z0-9_-]{16,64}$/
const timestampShape = /^\d{1,12}$/

export interface SignatureHeaders {
  readonly timestamp: string | undefined
  readonly nonce: string | undefined
  readonly signature: string | undefined
}

/**
 * Timestamp, then signature, then the form of the nonce, in the published order. Returns the nonce, which the caller
 * claims last, so that a bad signature never uses one up.
 */
export const checkSignature = (
  secrets: readonly string[],
  headers: SignatureHeaders,
  request: Pick<SignedRequest, 'method' | 'target' | 'body'>,
  now: number,
): string => {
  const { timestamp, nonce, signature } = headers
  if (!timestamp || !nonce || !signature) throw new AppError('signature_missing')
  const skewed = !timestampShape.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > skewSeconds
  if (skewed) throw new AppError('timestamp_skewed')
  if (!isSignedBy(secrets, { ...request, timestamp, nonce }, signature)) throw new AppError('signature_invalid')
  if (!nonceShape.test(nonce)) throw new AppError('nonce_invalid')
  return nonce
}
