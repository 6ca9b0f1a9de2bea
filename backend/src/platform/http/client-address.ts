import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { TLSSocket } from 'node:tls'

/** What the proxies in front of us wrote, theirs last. Anything left of our own proxies is the client's word, not read. */
const fromTheRight = (header: string | string[] | undefined, hops: number): string | undefined => {
  if (header === undefined) return undefined
  const values = (Array.isArray(header) ? header.join(',') : header).split(',')
  return values[Math.max(0, values.length - hops)]?.trim()
}

/** `1.2.3.4:80`, `[2001:db8::1]:443` and `::ffff:1.2.3.4` as plain addresses; what is none stays as it is. */
const plainAddress = (text: string): string => {
  const address = isIP(text) === 0 ? text.replace(/:\d{1,5}$/, '').replace(/^\[|\]$/g, '') : text
  return address.startsWith('::ffff:') ? address.slice(7) : address
}

/** The one place that says where a request comes from. `hops` = number of our own proxies in front (TRUST_PROXY_HOPS). */
export const clientAddress = (request: IncomingMessage, hops: number): string => {
  const direct = request.socket.remoteAddress ?? ''
  const seen = hops > 0 ? (fromTheRight(request.headers['x-forwarded-for'], hops) ?? direct) : direct
  return plainAddress(seen.slice(0, 64))
}

/** Whether the client's own connection was encrypted. */
export const isEncrypted = (request: IncomingMessage, hops: number): boolean => {
  if (request.socket instanceof TLSSocket) return true
  return hops > 0 && fromTheRight(request.headers['x-forwarded-proto'], hops) === 'https'
}
