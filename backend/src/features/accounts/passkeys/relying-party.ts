import { isIP } from 'node:net'

/** Whom a passkey belongs to: a name, and the one origin whose pages may ask for it. */
export interface RelyingParty {
  readonly id: string
  readonly origin: string
}

const isLoopback = (host: string): boolean => host === '127.0.0.1' || host === '[::1]' || host === 'localhost'

/**
 * From the configuration alone: what a request says of its host could come from a page of somebody else. Browsers take
 * names only, and HTTPS everywhere but on this machine; undefined: there can be no passkeys at such an address.
 */
export const relyingPartyOf = (linkBase: string): RelyingParty | undefined => {
  const { protocol, hostname, port, origin } = new URL(linkBase)
  if (isLoopback(hostname)) {
    return { id: 'localhost', origin: `${protocol}//localhost${port === '' ? '' : `:${port}`}` }
  }
  if (protocol !== 'https:' || hostname.startsWith('[') || isIP(hostname) !== 0) return undefined
  return { id: hostname, origin }
}
