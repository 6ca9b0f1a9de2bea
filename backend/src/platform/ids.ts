import { createHash } from 'node:crypto'
import { takeRandom } from './random.ts'

export const idPrefixes = [
  'org',
  'mer',
  'usr',
  'key',
  'ses',
  'asm',
  'dev',
  'pol',
  'req',
  'aud',
  'out',
  'rfr',
  'lab',
  'oev',
  'rev',
  'rsc',
  'lst',
  'imp',
  'rul',
  'mdl',
  'mai',
  'inv',
  'opr',
  'ops',
  'ipn',
  'psk',
] as const
export type IdPrefix = (typeof idPrefixes)[number]

/** Crockford base32, as in ULID: sorts like the time it was made. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const base32 = (value: number, length: number): string => {
  let rest = value
  let text = ''
  for (let position = 0; position < length; position += 1) {
    text = alphabet.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}

const lettersOf = (bytes: Uint8Array): string => {
  let letters = ''
  for (const byte of bytes) letters += alphabet.charAt(byte & 31)
  return letters
}
const chanceOf = (letters: number): string => lettersOf(takeRandom(letters))

/** 48 bits of time, 80 of chance: sortable, and not to be guessed. */
export const createId = (prefix: IdPrefix, now: number): string => `${prefix}_${base32(now, 10)}${chanceOf(16)}`

/** The same time and cause give the same id: what is made twice after a crash meets itself. */
export const createIdFrom = (prefix: IdPrefix, at: number, cause: string): string =>
  `${prefix}_${base32(at, 10)}${lettersOf(createHash('sha256').update(cause).digest().subarray(0, 16))}`

/** 48 bits of time, 130 of chance: for ids that are a secret themselves, as a session's is. */
export const createSecretId = (prefix: IdPrefix, now: number): string => `${prefix}_${base32(now, 10)}${chanceOf(26)}`
