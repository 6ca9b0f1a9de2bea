import { createHmac, timingSafeEqual } from 'node:crypto'

export interface SignedRequest {
  readonly method: string
  /** Path with its query, as it stood in the request line. */
  readonly target: string
  readonly timestamp: string
  readonly nonce: string
  readonly body: string | Uint8Array
}

/** Scoring calls sign the body alone (older callers rely on it); every other mutation names its method and path. */
const isAssessment = ({ method, target }: SignedRequest): boolean =>
  method === 'POST' && target.split('?', 1)[0] === '/v1/assessments'

const preamble = (request: SignedRequest): string => {
  const { method, target, timestamp, nonce } = request
  return isAssessment(request) ? `${timestamp}.${nonce}.` : `${timestamp}.${nonce}.${method} ${target}.`
}

const digestOf = (secret: string, request: SignedRequest): Buffer =>
  createHmac('sha256', secret).update(preamble(request)).update(request.body).digest()

/** Hex HMAC-SHA256; the key is the UTF-8 bytes of the signing secret as printed. */
export const sign = (secret: string, request: SignedRequest): string => digestOf(secret, request).toString('hex')

const hex = /^[0-9a-f]{64}$/

/** True when one of the secrets fits: during a rotation the old one still signs. Constant time per secret. */
export const isSignedBy = (secrets: readonly string[], request: SignedRequest, signature: string): boolean => {
  if (!hex.test(signature)) return false
  const given = Buffer.from(signature, 'hex')
  let fits = false
  for (const secret of secrets) fits = timingSafeEqual(digestOf(secret, request), given) || fits
  return fits
}
