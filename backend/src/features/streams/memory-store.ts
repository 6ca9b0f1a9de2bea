import { identifierKinds, type IdentifierKind } from '#contract/identifier.ts'
import type { Context, Profile } from '../../scoring/context.ts'
import {
  adaptOwnProfiles,
  adaptProfile,
  partnersOf,
  profileId,
  profileIdsOf,
  profilePushes,
} from '../velocity/service.ts'
import { firstLadder, type Ladder } from '../../platform/vault/ladder.ts'
import type { InputSchema } from './input-schema.ts'
import { createNormsMemory } from './norms-memory.ts'
import { createOwnIdentifiers } from './own-identifiers.ts'
import type { PreparedOrder } from './prepare.ts'
import { createProfileMemory } from './profile-memory.ts'
import type { SpillFile } from './spill-file.ts'
import { createSpilledMap } from './spilled-map.ts'

export interface Attempt {
  readonly at: number
  readonly score: number
  readonly amount: number
}

const mostNames = 50_000
const hotOrders = 4_096

/** Short names stand in every event of every partner: each is held once, and not as a part of a longer text. */
const createNames = (): Ladder => {
  const names = new Map<string, string>()
  const name = (short: string): string => {
    const known = names.get(short)
    if (known !== undefined) return known
    const flat = Buffer.from(short, 'latin1').toString('latin1')
    if (names.size >= mostNames) names.clear()
    names.set(flat, flat)
    return flat
  }
  return { ...firstLadder, name }
}

/**
 * What a store knows, in memory: profiles, norms and attempts, written and read by the same functions as in the database.
 * With a file, what was not asked for lately is there.
 */
export const createMemoryStore = (schema: InputSchema, file?: SpillFile) => {
  const withOwn = createOwnIdentifiers(schema)
  const profiles = createProfileMemory(file)
  const norms = createNormsMemory()
  const names = createNames()
  const attempts = createSpilledMap<readonly Attempt[]>({
    ...{ file, hot: hotOrders },
    write: (known) => known,
    read: (written) => written as readonly Attempt[],
  })

  const attemptsOf = (orderRef: string): readonly Attempt[] => attempts.get(orderRef) ?? []

  const profilesOf = ({ identifiers }: PreparedOrder, ownId: string): Context['profiles'] => {
    const known: Partial<Record<IdentifierKind, Profile>> = {}
    for (const kind of identifierKinds) {
      const identifier = identifiers[kind]
      if (identifier) known[kind] = adaptProfile(kind, profiles.get(profileId(kind, identifier.id)), ownId)
    }
    return known
  }

  return {
    profiles,
    norms,
    withOwn,
    /** All that was known just before the order. */
    contextOf: (order: PreparedOrder, id: string): Context => ({
      now: order.at,
      orderRef: order.orderRef,
      order: order.facts,
      session: { state: 'none' },
      partners: partnersOf(order.identifiers),
      profiles: profilesOf(order, id),
      customProfiles: adaptOwnProfiles(order.identifiers, profiles.get, id),
      norms: norms.view(order.facts.currency, order.at),
      attempts: attemptsOf(order.orderRef),
      unavailable: [],
    }),
    /** Where what becomes of the order is told, by the names that are held already. */
    profileIdsOf: ({ identifiers }: PreparedOrder): readonly string[] =>
      profileIdsOf({ identifiers, sessionId: null }).map(profiles.nameOf),
    /** The order becomes part of the past. */
    remember: (order: PreparedOrder, id: string, score: number): void => {
      const { at, orderRef, facts, identifiers } = order
      const before = attemptsOf(orderRef)
      const pushes = profilePushes({ id, receivedAt: at, orderRef, facts, identifiers, sessionId: null }, names)
      profiles.apply(pushes, at)
      attempts.set(orderRef, [...before, { at, score, amount: facts.amount }])
      if (before.length > 0) return
      norms.fold(facts, at)
    },
    /** Lays aside what was not asked for lately: to be called when nobody holds a profile. */
    rest: (): void => {
      profiles.rest()
      attempts.rest()
    },
  }
}
