import type ipaddr from 'ipaddr.js'

/** The 32 bits of an IPv4 address. */
export const placeOfIpv4 = (address: ipaddr.IPv4): number =>
  address.octets.reduce((place, octet) => place * 256 + octet, 0)

/** The upper 48 bits of an IPv6 address, as the table has them. */
export const placeOfIpv6 = (address: ipaddr.IPv6): number =>
  address.parts.slice(0, 3).reduce((place, part) => place * 65_536 + part, 0)
