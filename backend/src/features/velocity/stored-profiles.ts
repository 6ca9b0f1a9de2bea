import { identifierKinds } from '#contract/identifier.ts'
import type { Reader } from '../../platform/documents/port.ts'
import type { Ladder } from '../../platform/vault/ladder.ts'
import { profiles, type ProfileDocument, type StoredEvent } from './collections.ts'

/** Ids of sessions are random and belong to nobody: they do not climb. */
export const climbs = (id: string): boolean => !id.startsWith('session:')

const mapKeyed = (id: string, climb: (keyed: string) => string): string => {
  const at = id.indexOf(':') + 1
  return id.slice(0, at) + climb(id.slice(at))
}

/** Where what becomes known of a profile is written now. */
export const placeOf = (ladder: Ladder, id: string): string => (climbs(id) ? mapKeyed(id, ladder.place) : id)

/** From any version to the newest. */
export const carriedId = (ladder: Ladder, id: string): string => (climbs(id) ? mapKeyed(id, ladder.carry) : id)

const placesOf = (ladder: Ladder, id: string): readonly string[] => {
  if (!climbs(id)) return [id]
  const at = id.indexOf(':') + 1
  return ladder.places(id.slice(at)).map((keyed) => id.slice(0, at) + keyed)
}

/** Names of partners as the newest version has them, so that old and new events can be compared. */
export const carriedEvent = (ladder: Ladder, event: StoredEvent): StoredEvent => {
  const carried: Record<string, string> = {}
  for (const kind of identifierKinds) {
    const name = event[kind]
    if (typeof name === 'string') carried[kind] = ladder.carry(name)
  }
  return { ...event, ...carried }
}

const carried = (ladder: Ladder, profile: ProfileDocument): ProfileDocument => ({
  ...profile,
  events: profile.events.map((event) => carriedEvent(ladder, event)),
})

const extreme = (
  pick: (...values: number[]) => number,
  values: readonly (number | undefined)[],
): number | undefined => {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : pick(...known)
}

/**
 * One history from the two documents of a rotation, whose events are both in the newest names. Until the newer one took
 * over, what was folded stands in the older; afterwards in the newer, and then the older is a copy that may lag behind.
 */
export const merged = (older: ProfileDocument, newer: ProfileDocument): ProfileDocument => {
  const tookOver = newer.took_over === true
  const isCounted = ({ at }: StoredEvent): boolean => tookOver && Number(at) <= (newer.folded_to ?? 0)
  const events = new Map(older.events.filter((event) => !isCounted(event)).map((event) => [event.id, event]))
  for (const event of newer.events) events.set(event.id, event)
  const firstSeenAt = extreme(Math.min, [older.first_seen_at, newer.first_seen_at])
  const lastBadAt = extreme(Math.max, [older.last_bad_at, newer.last_bad_at])
  const lastTakenBackAt = extreme(Math.max, [older.last_taken_back_at, newer.last_taken_back_at])
  return {
    ...(tookOver ? newer : older),
    id: newer.id,
    events: [...events.values()],
    ...(firstSeenAt === undefined ? {} : { first_seen_at: firstSeenAt }),
    ...(lastBadAt === undefined ? {} : { last_bad_at: lastBadAt }),
    ...(lastTakenBackAt === undefined ? {} : { last_taken_back_at: lastTakenBackAt }),
  }
}

const together = (ladder: Ladder, found: readonly (ProfileDocument | undefined)[]): ProfileDocument | undefined => {
  const [newer, older] = found.map((profile) => profile && carried(ladder, profile))
  return newer && older ? merged(older, newer) : (newer ?? older)
}

/**
 * Profiles by their ids, wherever a rotation of the identifier key has brought them. One read by keys; before a first
 * rotation it is the read it always was.
 */
export const readProfiles = async (
  reader: Pick<Reader, 'getMany'>,
  ladder: Ladder,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ProfileDocument | undefined>> => {
  if (ids.length === 0) return new Map()
  if (ladder.newest === 1) {
    const found = await reader.getMany(profiles, ids)
    return new Map(ids.map((id, at) => [id, found[at]]))
  }
  const places = ids.map((id) => placesOf(ladder, id))
  const found = await reader.getMany(profiles, places.flat())
  let next = 0
  return new Map(
    ids.map((id, at) => {
      const end = next + (places[at]?.length ?? 0)
      const profile = together(ladder, found.slice(next, end))
      next = end
      return [id, profile]
    }),
  )
}
