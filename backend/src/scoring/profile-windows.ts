import type { IdentifierKind } from '#contract/identifier.ts'
import type { Profile, ProfileEvent } from './context.ts'
import { isPast, type Own } from './own-order.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const windowMs = { '5m': 5 * minute, '1h': hour, '24h': day, '7d': 7 * day, '30d': 30 * day } as const
export type Window = keyof typeof windowMs
export const windows = Object.keys(windowMs) as readonly Window[]

/** A ring never holds more, so a count that reaches it means "this many or more". */
export const ringCapacity = 256

export interface ProfileWindows {
  /** Orders, other than this one, inside the window: at most 256. A lower bound when the ring overflowed. */
  readonly orders: (window: Window) => number
  /** Different partners inside the window, the one of this order included. */
  readonly distinct: (partner: IdentifierKind, window: Window) => number
  /** Refused payments or deliveries inside the window. */
  readonly refused: (window: Window) => number
  /** Sum of amounts in one currency, minor units. */
  readonly sum: (currency: string, window: Window) => number
  /** Orders that were not refused and are older than this. */
  readonly olderThan: (ms: number) => number
  readonly lastSeenAt: number | null
  /** Whole days since the first order, at least 1; 0 when there was none. */
  readonly daysKnown: number
  /** Whether the window reaches back beyond what the profile still knows. */
  readonly isLowerBound: (window: Window) => boolean
}

/** Counts nothing until asked: most profiles of most orders are nearly empty. Expects events sorted by time. */
export function profileWindows(profile: Profile, own: Own): ProfileWindows {
  const { now } = own
  const start = (window: Window) => now - windowMs[window]
  const events = othersOf(profile.events, own)
  let orders: Readonly<Record<Window, number>> | undefined

  return {
    orders: (window) => {
      orders ??= ordersPerWindow(events, now)
      return Math.min(ringCapacity, orders[window] + foldedSince(profile, start(window)))
    },
    distinct: (partner, window) => countPartners(events, start(window), partner, own.partners[partner]),
    refused: (window) => total(events, start(window), ({ refused }) => (refused ? 1 : 0)),
    sum: (currency, window) =>
      total(events, start(window), (event) => (event.currency === currency ? event.amount : 0)),
    olderThan: (ms) => foldedBefore(profile, now - ms) + countGood(events, now - ms),
    lastSeenAt: events.at(-1)?.at ?? null,
    daysKnown: daysSince(firstSeen(profile, events), now),
    isLowerBound: (window) => isCut(profile, start(window)),
  }
}

type Events = readonly ProfileEvent[]

/** Mostly none is left out. */
function othersOf(events: Events, own: Own): Events {
  const isOther = (event: ProfileEvent) => isPast(event, own)
  return events.every(isOther) ? events : events.filter(isOther)
}

/** One walk from the newest event backwards for all windows: each is what was met before its start. */
function ordersPerWindow(events: Events, now: number): Record<Window, number> {
  const counts = { '5m': 0, '1h': 0, '24h': 0, '7d': 0, '30d': 0 }
  const met = new Set<string>()
  let next = events.length - 1
  for (const window of windows) {
    for (; (events[next]?.at ?? -Infinity) > now - windowMs[window]; next--) met.add(events[next]?.orderRef ?? '')
    counts[window] = met.size
  }
  return counts
}

function countPartners(events: Events, start: number, partner: IdentifierKind, own: string | undefined): number {
  const met = new Set(own === undefined ? [] : [own])
  for (let next = events.length - 1; (events[next]?.at ?? -Infinity) > start; next--) {
    const other = events[next]?.partners[partner]
    if (other !== undefined) met.add(other)
  }
  return met.size
}

function total(events: Events, start: number, worth: (event: ProfileEvent) => number): number {
  let sum = 0
  for (const event of events) if (event.at > start) sum += worth(event)
  return sum
}

function countGood(events: Events, end: number): number {
  const good = events.filter(({ at, refused }) => at <= end && !refused)
  return good.length < 2 ? good.length : new Set(good.map(({ orderRef }) => orderRef)).size
}

/** Whole days only: a day that began before the window may not have happened in it. */
function foldedSince({ foldedDays }: Profile, start: number): number {
  return foldedDays?.reduce((sum, [from, orders]) => (from >= start ? sum + orders : sum), 0) ?? 0
}

/** Everything, when the fold ends before that time; else the whole days that do. */
function foldedBefore({ foldedOrders, foldedTo, foldedDays }: Profile, end: number): number {
  if (foldedTo <= end) return foldedOrders
  return foldedDays?.reduce((sum, [from, orders]) => (from + day <= end ? sum + orders : sum), 0) ?? 0
}

function isCut({ full, foldedTo, events }: Profile, start: number): boolean {
  const oldest = events[0]?.at ?? Infinity
  return (full && oldest > start) || foldedTo > start
}

/** With a full ring and no note of the first event, the oldest one still held stands in. */
function firstSeen({ firstSeenAt, foldedOrders }: Profile, events: Events): number | null {
  return events.length === 0 && foldedOrders === 0 ? null : (firstSeenAt ?? events[0]?.at ?? null)
}

const daysSince = (at: number | null, now: number) => (at === null ? 0 : Math.max(1, Math.ceil((now - at) / day)))
