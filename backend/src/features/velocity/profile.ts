import { identifierKinds, type IdentifierKind } from '#contract/identifier.ts'
import type { Follower } from '../../platform/documents/port.ts'
import { shortIdentifier, type Identifiers } from '../../platform/identifiers/identify.ts'
import { firstLadder, type Ladder } from '../../platform/vault/ladder.ts'
import type { OrderFacts, Profile, ProfileEvent } from '../../scoring/context.ts'
import { profiles, ringCapacity, type ProfileDocument, type StoredEvent } from './collections.ts'
import { adaptOutcomes, isOutcome } from './outcomes.ts'
import { ownKind, profileId, profileIdsOf } from './profile-ids.ts'
import { placeOf } from './stored-profiles.ts'

export type Partners = Partial<Record<IdentifierKind, string>>

/** An order as its identifiers remember it. */
export interface ProfiledOrder {
  readonly id: string
  readonly receivedAt: number
  readonly orderRef: string
  readonly facts: OrderFacts
  readonly identifiers: Identifiers
  /** Its session has a ring of its own: whether a session served several orders is read from there. */
  readonly sessionId: string | null
}

const asItIs = (short: string): string => short

/** `named`: as the newest keys have it, to compare (`ladder.carry`), or as it is written now (`ladder.name`). */
export const partnersOf = (identifiers: Identifiers, named = asItIs): Partners => {
  const partners: Partners = {}
  for (const kind of identifierKinds) {
    const identifier = identifiers[kind]
    if (identifier) partners[kind] = named(shortIdentifier(identifier.id))
  }
  return partners
}

export const countryOf = ({ shipping, billing }: OrderFacts): string | null =>
  shipping?.country ?? billing?.country ?? null

/**
 * One push per profile; coming twice they are one event, because they carry the assessment's id. A store in a database
 * has a ladder; one in memory has none.
 */
export const profilePushes = (order: ProfiledOrder, ladder: Ladder = firstLadder): readonly Follower[] => {
  const { id, receivedAt: at, facts, orderRef } = order
  const event: Partial<StoredEvent> = {
    id,
    at,
    amount: facts.amount,
    currency: facts.currency,
    country: countryOf(facts),
    refused: facts.authorized === false,
    order_ref: orderRef,
    ...partnersOf(order.identifiers, ladder.name),
  }
  const changes = { push: event, min: { first_seen_at: at } }
  return profileIdsOf(order).map((profile) => ({ touch: profiles, id: placeOf(ladder, profile), changes }))
}

const adaptEvent = (event: StoredEvent): ProfileEvent => {
  const partners: Partners = {}
  for (const kind of identifierKinds) {
    const partner = event[kind]
    if (typeof partner === 'string') partners[kind] = partner
  }
  return {
    id: String(event.id),
    at: Number(event.at),
    amount: Number(event.amount),
    currency: String(event.currency),
    country: typeof event.country === 'string' ? event.country : null,
    partners,
    refused: event.refused === true,
    orderRef: String(event.order_ref),
  }
}

const dayMs = 86_400_000

/** A stored profile as evidence reads it; never seen before is an empty one. The order's own event is left out. */
export const adaptProfile = (kind: IdentifierKind, stored: ProfileDocument | undefined, ownId: string): Profile => {
  const events = stored?.events ?? []
  const others = events.filter((event) => event.id !== ownId && !isOutcome(event)).map(adaptEvent)
  const days = Object.entries(stored?.folded_days ?? {})
  const outcomes = adaptOutcomes(stored)
  return {
    kind,
    events: others.sort((one, other) => one.at - other.at),
    firstSeenAt: others.length === 0 && !stored?.folded_orders ? null : (stored?.first_seen_at ?? null),
    foldedOrders: stored?.folded_orders ?? 0,
    foldedTo: stored?.folded_to ?? 0,
    full: events.length >= ringCapacity,
    ...(days.length === 0 ? {} : { foldedDays: days.map(([day, orders]) => [Number(day) * dayMs, orders] as const) }),
    ...(outcomes === undefined ? {} : { outcomes }),
  }
}

/** Of custom inputs that are identifiers, by name. They are of no kind of ours: evidence reads them by their place. */
export const adaptOwnProfiles = (
  { own = {} }: Identifiers,
  storedOf: (profileId: string) => ProfileDocument | undefined,
  ownId: string,
): Readonly<Record<string, Profile>> =>
  Object.fromEntries(
    Object.entries(own).map(([name, id]) => [
      name,
      adaptProfile('account', storedOf(profileId(ownKind(name), id)), ownId),
    ]),
  )

/** Other orders of the same session, oldest first. */
export const sessionUses = (stored: ProfileDocument | undefined, ownId: string): readonly ProfileEvent[] =>
  (stored?.events ?? []).filter(({ id }) => id !== ownId).map(adaptEvent)
