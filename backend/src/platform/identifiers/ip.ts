import ipaddr from 'ipaddr.js'
import { asGiven, normalised, type Normalised } from './normalised.ts'

/** IPv4 for addresses written as mapped IPv6; null when it is no address. Short forms like `127.1` are no addresses here. */
export const parseIp = (given: string): ipaddr.IPv4 | ipaddr.IPv6 | null => {
  const text = given.trim()
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)
  return isAddress ? ipaddr.process(text) : null
}

/** One IPv6 line has at least a /64 to itself and changes the rest at will. */
export const networkOf = (address: ipaddr.IPv4 | ipaddr.IPv6): string =>
  address instanceof ipaddr.IPv4
    ? address.toString()
    : `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toNormalizedString()}/64`).toRFC5952String()}/64`

export const normaliseIp = (given: string): Normalised => {
  const address = parseIp(given)
  return address ? normalised(networkOf(address)) : asGiven(given)
}
