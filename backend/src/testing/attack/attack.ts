import { createHmac, hash } from 'node:crypto'
import { addressAt, dictionarySize } from './dictionary.ts'

/** What the attacker knows of one order from elsewhere: a parcel label, a receipt, a screenshot of the dashboard. */
export interface Knowledge {
  readonly city: string
  /** Epoch milliseconds, to the hour. */
  readonly hour: number
  /** As the dashboard shows it, such as j***@e***.com. */
  readonly hint: string
}

export interface Attack {
  readonly found: readonly string[]
  readonly tried: number
}

const windowBytes = 6
/** Short names in rings have 16 hexadecimal digits: the shortest trace worth looking for. */
const hexDigits = 16

const bytesAt = (bytes: Uint8Array, at: number): number => {
  let value = 0
  for (let offset = 0; offset < windowBytes; offset += 1) value = value * 256 + (bytes[at + offset] ?? 0)
  return value
}

/** Everything in the files that could be the beginning of a digest: as bytes, and as hexadecimal text. */
const indexOf = (dump: Buffer) => {
  const raw = new Set<number>()
  for (let at = 0; at + windowBytes <= dump.length; at += 1) raw.add(bytesAt(dump, at))
  const hex = new Set<string>()
  for (const [run] of dump.toString('latin1').matchAll(/[0-9a-f]{16,}/g)) {
    for (let at = 0; at + hexDigits <= run.length; at += 1) hex.add(run.slice(at, at + hexDigits))
  }
  const isThere = (digest: Buffer): boolean =>
    hex.has(digest.toString('hex', 0, hexDigits / 2)) ||
    (raw.has(bytesAt(digest, 0)) && dump.includes(digest.subarray(0, 16)))
  return { isThere }
}

/** Whatever in the files looks like an id, a salt or a key, in case one of them is what identifiers are keyed with. */
const possibleKeys = (dump: Buffer, knowledge: readonly Knowledge[]): readonly Buffer[] => {
  const text = dump.toString('latin1')
  const ids = text.match(/(?:mer|org|key|asm)_[0-9A-Z]{26}|gfp_(?:live|test)_[0-9A-Za-z]{49}/g) ?? []
  const salts = text.match(/[A-Za-z0-9+/]{43}=/g) ?? []
  const hex = text.match(/\b[0-9a-f]{16}\b/g) ?? []
  const distinct = (found: readonly string[], most: number) => [...new Set(found)].slice(0, most)
  return [
    ...distinct(ids, 12).map((id) => Buffer.from(id)),
    ...distinct(salts, 3).flatMap((salt) => [Buffer.from(salt), Buffer.from(salt, 'base64')]),
    ...distinct(hex, 4).map((id) => Buffer.from(id)),
    ...['', 'goodfaith', ...knowledge.flatMap(({ city, hour }) => [city, String(hour)])].map((guess) =>
      Buffer.from(guess),
    ),
  ]
}

const fits = ({ hint }: Knowledge, address: string): boolean => {
  const [local = '', domain = ''] = address.split('@')
  const [hintedLocal = '', hintedDomain = ''] = hint.split('@')
  return hintedLocal[0] === local[0] && hintedDomain[0] === domain[0]
}

const keyedGuesses = function* (address: string, keys: readonly Buffer[]): Generator<Buffer> {
  const digest = hash('sha256', address, 'buffer')
  for (const key of keys) {
    yield createHmac('sha256', key).update(digest).digest()
    yield createHmac('sha256', key).update(address).digest()
  }
}

/**
 * Somebody with every file of the data folder and a dictionary. Plain digests of the whole dictionary first; then, for
 * orders of which more is known, everything in the files that might be a key or a salt.
 */
export const attack = (dump: Buffer, knowledge: readonly Knowledge[]): Attack => {
  const { isThere } = indexOf(dump)
  const keys = possibleKeys(dump, knowledge)
  const found = new Set<string>()
  const narrowed = knowledge.map((known) => ({ known, addresses: [] as string[] }))
  let tried = 0
  const look = (address: string, digest: Buffer): void => {
    tried += 1
    if (isThere(digest)) found.add(address)
  }
  for (let index = 0; index < dictionarySize; index += 1) {
    const address = addressAt(index)
    look(address, hash('sha256', address, 'buffer'))
    for (const { known, addresses } of narrowed) {
      if (fits(known, address)) addresses.push(address)
    }
  }
  for (const address of new Set(narrowed.flatMap(({ addresses }) => addresses))) {
    for (const name of ['md5', 'sha1', 'sha512']) look(address, hash(name, address, 'buffer'))
    for (const guess of keyedGuesses(address, keys)) look(address, guess)
  }
  return { found: [...found], tried }
}
