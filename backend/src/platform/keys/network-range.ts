import ipaddr from 'ipaddr.js'

type Range = readonly [ipaddr.IPv4 | ipaddr.IPv6, number]

const parseRange = (text: string): Range | undefined => {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text)
    const address = ipaddr.parse(text)
    return [address, address.kind() === 'ipv4' ? 32 : 128]
  } catch {
    return undefined
  }
}

const firstOf = ([address, bits]: Range): string => {
  const text = `${address.toString()}/${bits}`
  const first =
    address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(text) : ipaddr.IPv6.networkAddressFromCIDR(text)
  return first.toString()
}

/** `203.0.113.9/24` is kept as `203.0.113.0/24`, one address as /32 or /128. undefined: no network. */
export const canonicalNetwork = (text: string): string | undefined => {
  const range = parseRange(text.trim())
  return range && `${firstOf(range)}/${range[1]}`
}

/** Only for networks in canonical form. What is no address is in none. */
export const isWithin = (networks: readonly string[], address: string): boolean => {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  return networks.some((network) => {
    const [start, bits] = ipaddr.parseCIDR(network)
    return start.kind() === parsed.kind() && parsed.match(start, bits)
  })
}

/** The street, not the house: what may be kept of an address. */
export const streetOf = (address: string): string => {
  const range = parseRange(address)
  if (!range) return 'unknown'
  return canonicalNetwork(`${address}/${range[0].kind() === 'ipv4' ? 24 : 48}`) ?? 'unknown'
}
