export const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A number as exactly `length` base62 characters, so that equal bits always print alike. */
export const toBase62 = (value: bigint, length: number): string => {
  let rest = value
  let text = ''
  for (let position = 0; position < length; position += 1) {
    text = base62.charAt(Number(rest % 62n)) + text
    rest /= 62n
  }
  return text
}
