import { identifierKinds } from '#contract/identifier.ts'
import type { Identifiers } from '../../platform/identifiers/identify.ts'
import { firstLadder } from '../../platform/vault/ladder.ts'
import { eventsBeside, personProfiles, reachedFrom } from '../groups/service.ts'
import { hasLinked, linkedPush, profiles as profileCollection } from '../velocity/service.ts'
import type { Follower } from '../../platform/documents/port.ts'
import type { ProfileMemory } from './profile-memory.ts'

export interface BadOrder {
  readonly at: number
  readonly orderRef: string
  readonly profileIds: readonly string[]
}

interface LinkedMemoryDeps {
  readonly profiles: Pick<ProfileMemory, 'get'>
  /** Of one attempt, by the event that profiles keep of it. */
  readonly profileIdsOf: (orderRef: string, eventId: string) => readonly string[]
}

/** `email:<id>` back to what it is made of; what a store declared itself is of no kind. */
const identifiersIn = (profileIds: readonly string[]): Identifiers => {
  const identifiers: Identifiers = {}
  for (const profile of profileIds) {
    const at = profile.indexOf(':')
    const kind = identifierKinds.find((candidate) => candidate === profile.slice(0, at))
    if (kind) identifiers[kind] = { id: profile.slice(at + 1), hint: null, flagged: false }
  }
  return identifiers
}

/** What the worker tells people one step further of a bad order (features/groups), from memory. */
export const createLinkedMemory =
  ({ profiles, profileIdsOf }: LinkedMemoryDeps) =>
  ({ at: orderAt, orderRef, profileIds }: BadOrder, delta: -1 | 1, now: number): readonly Follower[] => {
    const order = { identifiers: identifiersIn(profileIds), orderRef }
    const known = new Map(personProfiles(order).map((id) => [id, profiles.get(id)]))
    const beside = eventsBeside(order, known).map(({ id, orderRef: ref }) => ({
      identifiers: identifiersIn(profileIdsOf(ref, id)),
    }))
    return reachedFrom(order, beside).flatMap((profile): Follower[] => {
      if (delta < 0 && !hasLinked(profiles.get(profile), orderRef)) return []
      const told = { id: `${orderRef} ${now} linked`, at: now, orderRef, orderAt, delta }
      return [{ touch: profileCollection, ...linkedPush(told, profile, firstLadder) }]
    })
  }
