import { randomBytes } from 'node:crypto'
import { readAnswer } from './answer.ts'
import { GoodfaithError } from './errors.ts'
import { sign } from './sign.ts'

export interface Credentials {
  readonly secretKey: string
  readonly signingSecret: string
}

export interface WireCall {
  readonly method: 'GET' | 'POST'
  readonly target: string
  /** Serialised once: every try sends and signs the same bytes. */
  readonly body: string | undefined
  readonly idempotencyKey: string | undefined
}

/** Fresh for each try: a nonce is accepted once, also when its answer was lost on the way back. */
const signedHeaders = (credentials: Credentials, { method, target, body = '' }: WireCall): Record<string, string> => {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const nonce = randomBytes(18).toString('base64url')
  const signature = sign(credentials.signingSecret, { method, target, timestamp, nonce, body })
  return { 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signature }
}

const headersOf = (credentials: Credentials, request: WireCall): Record<string, string> => ({
  accept: 'application/json',
  authorization: `Bearer ${credentials.secretKey}`,
  ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(request.idempotencyKey === undefined ? {} : { 'idempotency-key': request.idempotencyKey }),
  ...(request.method === 'GET' ? {} : signedHeaders(credentials, request)),
})

const failure = (cause: unknown, timeout: AbortSignal, caller: AbortSignal | undefined): GoodfaithError => {
  if (cause instanceof GoodfaithError) return cause
  if (caller?.aborted) return new GoodfaithError('aborted', 'The caller gave up.', { cause })
  if (timeout.aborted) return new GoodfaithError('timeout', 'Goodfaith did not answer in time.', { cause })
  return new GoodfaithError('unreachable', 'Goodfaith could not be reached.', { cause })
}

/** One try. Redirects are not followed: they would carry key and order elsewhere. */
export const call = async (
  url: URL,
  credentials: Credentials,
  request: WireCall,
  timeoutMs: number,
  caller: AbortSignal | undefined,
): Promise<Readonly<Record<string, unknown>>> => {
  const timeout = AbortSignal.timeout(Math.max(1, timeoutMs))
  const signal = caller === undefined ? timeout : AbortSignal.any([timeout, caller])
  const { method, body = null } = request
  try {
    const headers = headersOf(credentials, request)
    return await readAnswer(await fetch(url, { method, headers, body, signal, redirect: 'error' }))
  } catch (cause) {
    throw failure(cause, timeout, caller)
  }
}
