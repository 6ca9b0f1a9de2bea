import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Mode } from '../documents/port.ts'
import { toBase62 } from './base62.ts'

/** What a key is for, and the letters it begins with: leak scanners match them. */
const kindPrefixes = { secret: 'gfs', publishable: 'gfp', signing: 'gfk' } as const
export type KeyKind = keyof typeof kindPrefixes

/** 62^43 is just above 2^256. */
const randomLength = 43
const checksumLength = 6
/** Of the random part, what may be shown again: 48 bits leave 208 to guess. */
const shownLength = 8

const shape = /^(gf[spk])_(live|test)_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/

export interface ApiKey {
  readonly kind: KeyKind
  readonly mode: Mode
  /** First characters of the random part; the only part that may be stored in clear beside a secret key's digest. */
  readonly prefix: string
}

/** Covers kind and mode too, so that an edited prefix is told as a typo. */
const checksumOf = (text: string): string => toBase62(BigInt(crc32(text)), checksumLength)

export const createApiKey = (kind: KeyKind, mode: Mode): string => {
  const chance = BigInt(`0x${randomBytes(32).toString('hex')}`)
  const text = `${kindPrefixes[kind]}_${mode}_${toBase62(chance, randomLength)}`
  return text + checksumOf(text)
}

const kindOf = (letters: string): KeyKind =>
  letters === kindPrefixes.secret ? 'secret' : letters === kindPrefixes.publishable ? 'publishable' : 'signing'

/** null: mistyped, cut off, or never one of ours. Tells nothing about whether the key exists. */
export const parseApiKey = (text: string): ApiKey | null => {
  const [, letters, mode, chance, checksum] = shape.exec(text) ?? []
  if (!letters || !mode || !chance || checksum !== checksumOf(text.slice(0, -checksumLength))) return null
  return { kind: kindOf(letters), mode: mode === 'live' ? 'live' : 'test', prefix: chance.slice(0, shownLength) }
}

/** What a secret key is found by. A plain hash is enough for 256 random bits, and a slow one would cost each call. */
export const apiKeyDigest = (text: string): string => createHash('sha256').update(text).digest('hex')
