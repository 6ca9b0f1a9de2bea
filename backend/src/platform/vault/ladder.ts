import { createHmac, type KeyObject } from 'node:crypto'

/**
 * What stands in clear in the database (ids of profiles and list items, names in rings) climbs one step with every
 * rotation of a merchant's identifier key: version n+1 = HMAC(key n+1, version n). Each says its version, `<hex>.2`, but
 * for the first, which is the identifier itself as it stands inside sealed documents.
 */
export interface Ladder {
  /** The newest version there is. */
  readonly newest: number
  /** More than one while documents are being carried from one version to the next. */
  readonly isRotating: boolean
  /** Where what becomes known now is written. */
  readonly place: (identifier: string) => string
  /** Where all that is known may stand: the newest version first. */
  readonly places: (identifier: string) => readonly string[]
  /** A short name as it is written now. */
  readonly name: (short: string) => string
  /** From any version to the newest; what is there already stays as it is. */
  readonly carry: (stored: string) => string
}

const versionMark = '.'

/** -1: none. A dot before the colon is part of a kind, as in `own.seller:<hex>`. */
const markAt = (stored: string): number => {
  const at = stored.lastIndexOf(versionMark)
  return at > stored.lastIndexOf(':') ? at : -1
}

/** Of a stored identifier or name, or of a document's id, `<kind>:<identifier>`. */
export const versionOf = (stored: string): number => {
  const at = markAt(stored)
  return at === -1 ? 1 : Number(stored.slice(at + 1))
}

const bare = (stored: string): string => {
  const at = markAt(stored)
  return at === -1 ? stored : stored.slice(0, at)
}

/** As long as what it is made from, so that a short name stays short. */
const step = (key: KeyObject, hex: string): string =>
  createHmac('sha256', key).update(Buffer.from(hex, 'hex')).digest('hex').slice(0, hex.length)

/** `keys` are those of the versions above the first. `lowest` and `writing` differ from the newest during a rotation. */
export const createLadder = (
  keys: readonly KeyObject[],
  { lowest, writing }: { readonly lowest: number; readonly writing: number },
): Ladder => {
  const newest = keys.length + 1
  const climb = (stored: string, to: number): string => {
    const from = versionOf(stored)
    if (from >= to) return stored
    const hex = keys.slice(from - 1, to - 1).reduce((below, key) => step(key, below), bare(stored))
    return `${hex}${versionMark}${to}`
  }
  const versions = Array.from({ length: newest - lowest + 1 }, (_, below) => newest - below)
  return {
    newest,
    isRotating: versions.length > 1,
    place: (identifier) => climb(identifier, writing),
    places: (identifier) => versions.map((version) => climb(identifier, version)),
    name: (short) => climb(short, writing),
    carry: (stored) => climb(stored, newest),
  }
}

/** For stores in memory, which have no keys and nothing to rotate. */
export const firstLadder: Ladder = createLadder([], { lowest: 1, writing: 1 })
