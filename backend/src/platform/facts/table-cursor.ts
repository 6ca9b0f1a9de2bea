/** A place in a piece of a comma-separated table. Each reader takes one field and the comma behind it. */
export interface Cursor {
  readonly bytes: Buffer
  at: number
}

const comma = 44
const newline = 10
const colon = 58

const next = (cursor: Cursor): number => {
  const byte = cursor.bytes[cursor.at] ?? newline
  if (byte !== newline) cursor.at += 1 // an unfinished line ends every field
  return byte
}

export const readDecimal = (cursor: Cursor): number => {
  let value = 0
  for (let byte = next(cursor); byte !== comma && byte !== newline; byte = next(cursor)) value = value * 10 + byte - 48
  return value
}

/** `a` to `f` follow `1` to `9` in their lower four bits, nine further. */
const hexDigit = (byte: number): number => (byte & 15) + (byte > 57 ? 9 : 0)

/**
 * The upper 48 bits of an IPv6 address such as `2001:4:112::`. Smaller networks are not routed on the internet, and 48 bits are
 * exact in a double.
 */
export const readIpv6 = (cursor: Cursor): number => {
  const groups = [0, 0, 0]
  let group = 0
  let before = 0
  for (let byte = next(cursor); byte !== comma && byte !== newline; byte = next(cursor)) {
    if (byte === colon)
      group = before === colon ? 3 : group + 1 // behind `::` all upper groups are zero
    else if (group < 3) groups[group] = (groups[group] ?? 0) * 16 + hexDigit(byte)
    before = byte
  }
  return groups.reduce((place, part) => place * 65_536 + part, 0)
}

export const skipLine = (cursor: Cursor): void => {
  const end = cursor.bytes.indexOf(newline, cursor.at)
  cursor.at = end < 0 ? cursor.bytes.length : end + 1
}
