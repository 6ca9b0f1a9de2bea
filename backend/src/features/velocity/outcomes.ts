import type { Follower } from '../../platform/documents/port.ts'
import type { Identifiers } from '../../platform/identifiers/identify.ts'
import { firstLadder, type Ladder } from '../../platform/vault/ladder.ts'
import type { OutcomeEvent, ProfileOutcomes, Tally } from '../../scoring/context.ts'
import { quarterOf, quartersKept } from '../../scoring/outcomes.ts'
import { outcomeColumns, profiles, type ProfileDocument, type StoredEvent } from './collections.ts'
import { profileIdsOf } from './profile-ids.ts'
import { placeOf } from './stored-profiles.ts'

type Delta = -1 | 0 | 1

/** What became known of an order. A correction or a withdrawal is one more of these, with the sign turned. */
export interface OrderOutcome {
  /** Of the label or the order event: coming twice it counts once. */
  readonly id: string
  /** When this server learned it; never the time of the order, which the ring may already have folded past. */
  readonly at: number
  readonly orderRef: string
  readonly orderAt: number
  readonly identifiers: Identifiers
  readonly bad: Delta
  readonly good: Delta
  /** Of the delivery. */
  readonly refused: Delta
  /** The payment was refused after the order was scored. */
  readonly unpaid?: Delta
  /** By this store. */
  readonly declined?: Delta
  readonly returned?: Delta
}

type Column = (typeof outcomeColumns)[number]

const columnOf: Readonly<Record<keyof Tally, Column>> = {
  bad: 'bad',
  good: 'good',
  refused: 'refused_delivery',
  unpaid: 'unpaid',
  declined: 'declined',
  returned: 'returned',
  linked: 'linked_bad',
}

/** One push per profile of the order. Whatever order they come in, the sums are the same. */
export const outcomePushes = (outcome: OrderOutcome, ladder: Ladder = firstLadder): readonly Follower[] => {
  const { id, at, orderRef, orderAt, identifiers } = outcome
  const event: Partial<StoredEvent> = {
    id,
    at,
    order_ref: orderRef,
    order_at: orderAt,
    bad: outcome.bad,
    good: outcome.good,
    refused_delivery: outcome.refused,
    unpaid: outcome.unpaid ?? 0,
    declined: outcome.declined ?? 0,
    returned: outcome.returned ?? 0,
  }
  const notes = {
    ...(outcome.bad > 0 ? { last_bad_at: at } : {}),
    ...(outcome.bad < 0 ? { last_taken_back_at: at } : {}),
  }
  const changes = { push: event, min: { first_seen_at: orderAt }, max: notes }
  const ids = profileIdsOf({ identifiers, sessionId: null })
  return ids.map((profile) => ({ touch: profiles, id: placeOf(ladder, profile), changes }))
}

export interface LinkedOutcome {
  readonly id: string
  readonly at: number
  /** Of the bad order, which this profile never had. */
  readonly orderRef: string
  readonly orderAt: number
  readonly delta: 1 | -1
}

/** A bad order of somebody else, told to a profile that is linked with it. By id: coming twice it counts once. */
export const linkedPush = ({ id, at, orderRef, orderAt, delta }: LinkedOutcome, profile: string, ladder: Ladder) => ({
  id: placeOf(ladder, profile),
  changes: { push: { id, at, order_ref: orderRef, order_at: orderAt, [columnOf.linked]: delta } },
})

/** Whether this was told of that order and stands; of what was folded only the sum is known. */
export const hasLinked = (stored: ProfileDocument | undefined, orderRef: string): boolean => {
  const { events = [], folded = [] } = adaptOutcomes(stored) ?? {}
  const ofOrder = events.filter((event) => event.orderRef === orderRef)
  const sum = ofOrder.reduce((total, { linked }) => total + linked, 0)
  return sum > 0 || (ofOrder.length === 0 && folded.some(([, { linked }]) => linked > 0))
}

/** Two kinds of event share a ring: windows count orders alone. */
export const isOutcome = ({ order_at: orderAt }: StoredEvent): boolean => typeof orderAt === 'number'

/** Rings written before a column was known do not have it. */
const deltaOf = (event: StoredEvent, column: Column): number => Number(event[column] ?? 0)

const tallyOf = (sum: (column: Column) => number): Tally => ({
  bad: sum(columnOf.bad),
  good: sum(columnOf.good),
  refused: sum(columnOf.refused),
  unpaid: sum(columnOf.unpaid),
  declined: sum(columnOf.declined),
  returned: sum(columnOf.returned),
  linked: sum(columnOf.linked),
})

const adaptOutcome = (event: StoredEvent): OutcomeEvent => ({
  id: String(event.id),
  at: Number(event.at),
  orderRef: String(event.order_ref),
  orderAt: Number(event.order_at),
  ...tallyOf((column) => deltaOf(event, column)),
})

/** Undefined while nothing is known, as for most. */
export const adaptOutcomes = (stored: ProfileDocument | undefined): ProfileOutcomes | undefined => {
  const events = stored?.events.filter(isOutcome).map(adaptOutcome) ?? []
  const folded = Object.entries(stored?.folded_outcomes ?? {})
  const lastBadAt = stored?.last_bad_at ?? null
  if (events.length === 0 && folded.length === 0 && lastBadAt === null) return undefined
  return {
    events,
    folded: folded.map(([quarter, sums]) => [
      Number(quarter),
      tallyOf((column) => sums[outcomeColumns.indexOf(column)] ?? 0),
    ]),
    lastBadAt,
    lastTakenBackAt: stored?.last_taken_back_at ?? null,
  }
}

export const foldedOutcomes = (
  before: ProfileDocument['folded_outcomes'],
  folded: readonly StoredEvent[],
  now: number,
): NonNullable<ProfileDocument['folded_outcomes']> => {
  const sums: Record<string, readonly number[]> = {}
  const oldest = quarterOf(now) - quartersKept
  const add = (quarter: number, values: readonly number[]) => {
    const key = String(Math.max(oldest, quarter))
    sums[key] = outcomeColumns.map((_, at) => (sums[key]?.[at] ?? 0) + (values[at] ?? 0))
  }
  for (const [quarter, values] of Object.entries(before ?? {})) add(Number(quarter), values)
  for (const event of folded) {
    if (isOutcome(event))
      add(
        quarterOf(Number(event.order_at)),
        outcomeColumns.map((column) => deltaOf(event, column)),
      )
  }
  return sums
}
