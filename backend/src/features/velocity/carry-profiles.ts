import { Conflict, type Changes, type Documents, type Follower } from '../../platform/documents/port.ts'
import { createCarrier } from '../../platform/identifiers/carrier.ts'
import { versionOf, type Ladder } from '../../platform/vault/ladder.ts'
import { profiles, type ProfileDocument, type StoredEvent } from './collections.ts'
import { carriedEvent, carriedId, climbs } from './stored-profiles.ts'

const foldedFields = ['folded_orders', 'folded_days', 'folded_outcomes'] as const
const lastTimes = ['last_bad_at', 'last_taken_back_at'] as const

const pick = <Name extends keyof ProfileDocument>(profile: ProfileDocument, names: readonly Name[]) =>
  Object.fromEntries(names.flatMap((name) => (profile[name] === undefined ? [] : [[name, profile[name]]])))

/** What was folded is before this; events of the same instant that are still in the ring must find their way in. */
const foldedBefore = ({ folded_to: foldedTo, events }: ProfileDocument): number | undefined =>
  foldedTo === undefined ? undefined : Math.min(foldedTo, ...events.map(({ at }) => Number(at) - 1))

const totalsOf = (older: ProfileDocument): Changes => {
  const to = foldedBefore(older)
  const last = pick(older, lastTimes) as Record<string, number>
  return {
    set: { took_over: true, ...pick(older, foldedFields) },
    ...(older.first_seen_at === undefined ? {} : { min: { first_seen_at: older.first_seen_at } }),
    ...(Object.keys(last).length === 0 ? {} : { max: last }),
    ...(to === undefined ? {} : { fold: { ids: [], to } }),
  }
}

const pushesOf = (id: string, events: readonly StoredEvent[]): readonly Follower[] =>
  events.map((event) => ({ touch: profiles, id, changes: { push: event } }))

/** Came into the older ring after it was copied: from a process that had not yet heard of the new key. */
const lateEvents = (events: readonly StoredEvent[], newer: ProfileDocument): readonly StoredEvent[] => {
  const known = new Set(newer.events.map(({ id }) => id))
  return events.filter(({ id, at }) => !known.has(id) && Number(at) > (newer.folded_to ?? 0))
}

const isOlder = ({ id }: ProfileDocument, ladder: Ladder): boolean => climbs(id) && versionOf(id) < ladder.newest

/** Totals and events at once; whoever reads both documents meanwhile counts nothing twice (`merged`). */
const takeOver = async (scope: Documents, older: ProfileDocument, ladder: Ladder): Promise<boolean> => {
  const id = carriedId(ladder, older.id)
  const newer: ProfileDocument | undefined = await scope.get(profiles, id)
  const events = older.events.map((event) => carriedEvent(ladder, event))
  if (newer?.took_over === true) {
    const late = lateEvents(events, newer)
    if (late.length === 0) return false
    await scope.write({ update: profiles, id, changes: { set: { took_over: true } } }, pushesOf(id, late))
    return true
  }
  const expect = { folded_to: newer?.folded_to ?? null }
  const create = { id, events: [] }
  await scope.write({ upsert: profiles, id, create, changes: totalsOf(older), expect }, pushesOf(id, events))
  return true
}

const dayMs = 86_400_000
/** A session is good for a day; its ring still holds names of the former version, and nobody asks for it any more. */
const isOver = ({ events }: ProfileDocument, now: number): boolean =>
  events.every(({ at }) => Number(at) < now - 2 * dayMs)

/** Profiles climb by a copy that takes over, and the removal of the former document once nobody can write there any more. */
export const createProfileCarrier = (clock: () => number) =>
  createCarrier<ProfileDocument>(profiles, {
    copy: async (scope, older, ladder) => {
      if (!isOlder(older, ladder)) return false
      try {
        return await takeOver(scope, older, ladder)
      } catch (error) {
        // Another worker was first: it took over.
        if (error instanceof Conflict) return false
        throw error
      }
    },
    settle: async (scope, older, ladder) => {
      const goes = climbs(older.id) ? isOlder(older, ladder) : isOver(older, clock())
      if (!goes) return false
      if (climbs(older.id)) await takeOver(scope, older, ladder)
      await scope.write({ remove: profiles, id: older.id })
      return true
    },
  })
