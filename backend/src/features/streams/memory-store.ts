import { identifierKinds, type IdentifierKind } from '#contract/identifier.ts'
import type { Context, Profile } from '../../scoring/context.ts'
import { adaptProfile, partnersOf, profileId, profilePushes } from '../velocity/service.ts'
import type { InputSchema } from './input-schema.ts'
import { createNormsMemory } from './norms-memory.ts'
import { createOwnIdentifiers, pushesTo, type OwnIdentifier } from './own-identifiers.ts'
import type { PreparedOrder } from './prepare.ts'
import { createProfileMemory } from './profile-memory.ts'

export interface Attempt {
  readonly at: number
  readonly score: number
  readonly amount: number
}

interface Remembered {
  readonly score: number
  readonly own: readonly OwnIdentifier[]
}

/** What a store knows, in memory: profiles, norms and attempts, written and read by the same functions as in the database. */
export const createMemoryStore = (schema: InputSchema) => {
  const ownIdentifiers = createOwnIdentifiers(schema)
  const profiles = createProfileMemory()
  const norms = createNormsMemory()
  const attempts = new Map<string, readonly Attempt[]>()

  const attemptsOf = (orderRef: string): readonly Attempt[] => attempts.get(orderRef) ?? []

  const profilesOf = ({ identifiers }: PreparedOrder, ownId: string): Context['profiles'] => {
    const known: Partial<Record<IdentifierKind, Profile>> = {}
    for (const kind of identifierKinds) {
      const identifier = identifiers[kind]
      if (identifier) known[kind] = adaptProfile(kind, profiles.get(profileId(kind, identifier.id)), ownId)
    }
    return known
  }

  /** Of no kind of ours: evidence reads such profiles by their place. */
  const ownProfiles = (own: readonly OwnIdentifier[], ownId: string): Record<string, Profile> =>
    Object.fromEntries(own.map(({ name, id }) => [name, adaptProfile('account', profiles.get(id), ownId)]))

  return {
    profiles,
    norms,
    ownIdentifiers,
    /** All that was known just before the order. */
    contextOf: (order: PreparedOrder, id: string, own: readonly OwnIdentifier[]): Context => ({
      now: order.at,
      orderRef: order.orderRef,
      order: order.facts,
      session: { state: 'none' },
      partners: partnersOf(order.identifiers),
      profiles: profilesOf(order, id),
      customProfiles: ownProfiles(own, id),
      norms: norms.view(order.facts.currency, order.at),
      attempts: attemptsOf(order.orderRef),
      unavailable: [],
    }),
    /** The order becomes part of the past. */
    remember: (order: PreparedOrder, id: string, { score, own }: Remembered): void => {
      const { at, orderRef, facts, identifiers } = order
      const before = attemptsOf(orderRef)
      const pushes = profilePushes({ id, receivedAt: at, orderRef, facts, identifiers, sessionId: null })
      profiles.apply(
        [
          ...pushes,
          ...pushesTo(own, (carrier) =>
            profilePushes({ id, receivedAt: at, orderRef, facts, identifiers: carrier, sessionId: null }),
          ),
        ],
        at,
      )
      attempts.set(orderRef, [...before, { at, score, amount: facts.amount }])
      if (before.length > 0) return
      norms.fold(facts, at)
    },
  }
}
