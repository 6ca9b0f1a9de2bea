import type { IncomingMessage } from 'node:http'
import { createId } from '../ids.ts'
import { clientAddress } from './client-address.ts'
import type { RequestContext } from './route.ts'

const single = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null

/** What a handler may know of the request itself. Bytes of the body follow once they are read. */
export const contextOf = (request: IncomingMessage, now: number, hops: number): Omit<RequestContext, 'rawBody'> => {
  const { headers } = request
  return {
    requestId: createId('req', now),
    receivedAt: now,
    ip: clientAddress(request, hops),
    userAgent: single(headers['user-agent'])?.slice(0, 1000) ?? null,
    origin: single(headers['origin']),
    globalPrivacyControl: headers['sec-gpc'] === '1',
    host: headers['host'] ?? '',
    cookie: headers['cookie'] ?? null,
    idempotencyKey: single(headers['idempotency-key']),
  }
}
