import type { Json } from '../collection.ts'
import type { StoredValue } from './stored.ts'

const hasLoneSurrogate = /\p{Surrogate}/u

const isScalar = (value: Json | undefined): value is string | number | boolean | null =>
  value === null ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && !hasLoneSurrogate.test(value))

/** JSON has no minus zero. */
const plain = (value: string | number | boolean | null) => (typeof value === 'number' ? value + 0 : value)

/**
 * Scalars and lists of them are kept as they are, so that operators reach them. Anything deeper is never asked into: it is
 * kept as JSON text, and its names, its depth and its odd characters are no concern of the database.
 */
export const encodeValue = (value: Json): StoredValue => {
  if (isScalar(value)) return plain(value)
  if (Array.isArray(value) && value.every(isScalar)) return value.map(plain)
  return { j: JSON.stringify(value) }
}

export const decodeValue = (value: StoredValue): Json => {
  if (typeof value !== 'object' || value === null) return value
  return 'j' in value ? (JSON.parse(value.j) as Json) : value
}
