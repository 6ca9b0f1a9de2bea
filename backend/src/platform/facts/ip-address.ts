import type ipaddr from 'ipaddr.js'

/** The 32 bits of an IPv4 address. */
export const placeOfIpv4 = (address: ipaddr.IPv4): number =>
  address.octets.reduce((place, octet) => place * 256 + octet, 0)

/** The upper 48 bits of an IPv6 address: smaller networks are not routed on the internet, and 48 bits are exact in a double. */
export const placeOfIpv6 = (address: ipaddr.IPv6): number =>
  address.parts.slice(0, 3).reduce((place, part) => place * 65_536 + part, 0)

/** The same from text as the table has it (`2001:4:112::`, whole networks); cheaper than a full parse, which would take a second for the table. */
export const placeOfIpv6Text = (text: string): number => {
  const [before = ''] = text.split('::', 1)
  const parts = before.split(':', 3)
  return [0, 1, 2].reduce((place, at) => place * 65_536 + (parseInt(parts[at] ?? '', 16) || 0), 0)
}

export const placeOfIpv4Text = Number
