import type { Identifiers } from '../../platform/identifiers/identify.ts'
import { firstLadder } from '../../platform/vault/ladder.ts'
import { eventsBeside, personProfiles, reachedFrom } from '../groups/service.ts'
import { hasLinked, linkedPush, profiles as profileCollection } from '../velocity/service.ts'
import type { Follower } from '../../platform/documents/port.ts'
import type { ProfileMemory } from './profile-memory.ts'

export interface BadOrder {
  readonly at: number
  readonly orderRef: string
  readonly identifiers: Identifiers
}

interface LinkedMemoryDeps {
  readonly profiles: Pick<ProfileMemory, 'get'>
  /** Of one attempt, by the event that profiles keep of it. */
  readonly identifiersOf: (orderRef: string, eventId: string) => Identifiers | undefined
}

/** What the worker tells people one step further of a bad order (features/groups), from memory. */
export const createLinkedMemory =
  ({ profiles, identifiersOf }: LinkedMemoryDeps) =>
  ({ at: orderAt, orderRef, identifiers }: BadOrder, delta: -1 | 1, now: number): readonly Follower[] => {
    const order = { identifiers, orderRef }
    const known = new Map(personProfiles(order).map((id) => [id, profiles.get(id)]))
    const beside = eventsBeside(order, known).flatMap(({ id, orderRef: ref }) => {
      const found = identifiersOf(ref, id)
      return found ? [{ identifiers: found }] : []
    })
    return reachedFrom(order, beside).flatMap((profile): Follower[] => {
      if (delta < 0 && !hasLinked(profiles.get(profile), orderRef)) return []
      const told = { id: `${orderRef} ${now} linked`, at: now, orderRef, orderAt, delta }
      return [{ touch: profileCollection, ...linkedPush(told, profile, firstLadder) }]
    })
  }
