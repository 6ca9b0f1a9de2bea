import type { IdentifierKind } from '#contract/identifier.ts'
import { versionOf, type Ladder } from '../../platform/vault/ladder.ts'

/** What rows and summaries are found by. Its keyed part climbs with every rotation of the network's key. */
export const identifierName = (kind: IdentifierKind, keyed: string): string => `${kind}:${keyed}`

const keyedPart = (name: string): number => name.indexOf(':') + 1
const withKeyed = (name: string, keyed: string): string => name.slice(0, keyedPart(name)) + keyed

/** Where what becomes known now is written. */
export const placeOf = (ladder: Ladder, name: string): string =>
  withKeyed(name, ladder.place(name.slice(keyedPart(name))))

/** Where all that is known may stand: the newest version first. */
export const placesOf = (ladder: Ladder, name: string): readonly string[] => [
  ...new Set(ladder.places(name.slice(keyedPart(name))).map((keyed) => withKeyed(name, keyed))),
]

export const newestOf = (ladder: Ladder, name: string): string =>
  withKeyed(name, ladder.carry(name.slice(keyedPart(name))))

export const isFormer = (ladder: Ladder, name: string): boolean => versionOf(name) < ladder.newest
