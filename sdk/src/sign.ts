import { createHmac } from 'node:crypto'

export interface Signable {
  readonly method: string
  /** Path and query, as the server sees them. */
  readonly target: string
  /** Unix seconds */
  readonly timestamp: string
  readonly nonce: string
  readonly body: string
}

/** Hex HMAC-SHA256. Scoring calls sign `{timestamp}.{nonce}.{body}`; others name their method and path before the body. */
export const sign = (signingSecret: string, { method, target, timestamp, nonce, body }: Signable): string => {
  const isAssessment = method === 'POST' && target.split('?', 1)[0] === '/v1/assessments'
  const subject = isAssessment ? body : `${method} ${target}.${body}`
  return createHmac('sha256', signingSecret).update(`${timestamp}.${nonce}.${subject}`).digest('hex')
}
