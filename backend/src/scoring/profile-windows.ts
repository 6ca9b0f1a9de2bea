import type { IdentifierKind } from '#contract/identifier.ts'
import type { Context, Profile, ProfileEvent } from './context.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const windowMs = { '5m': 5 * minute, '1h': hour, '24h': day, '7d': 7 * day, '30d': 30 * day } as const
export type Window = keyof typeof windowMs
export const windows = Object.keys(windowMs) as readonly Window[]

/**
 * Orders received within this time of each other are simultaneous: whichever was recorded first is seen by the other,
 * also when its receipt was a little later. Equals the lease of a claim.
 */
export const simultaneousMs = 10_000

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

type Own = Pick<Context, 'now' | 'orderRef' | 'partners'>

/** Reads nothing until asked: most profiles of most orders are nearly empty. Expects events sorted by time. */
export function profileWindows(profile: Profile, own: Own): ProfileWindows {
  const events = othersOf(profile.events, own)
  const startOf = (window: Window) => own.now - windowMs[window]
  const inside = (window: Window) => events.slice(firstAfter(events, startOf(window)))
  const isLowerBound = (window: Window) => isCut(profile, startOf(window))

  return {
    orders: (window) => Math.min(ringCapacity, countOrders(inside(window)) + foldedSince(profile, startOf(window))),
    distinct: (partner, window) => countPartners(inside(window), partner, own.partners[partner]),
    refused: (window) => inside(window).filter(({ refused }) => refused).length,
    sum: (currency, window) =>
      inside(window).reduce((sum, event) => (event.currency === currency ? sum + event.amount : sum), 0),
    olderThan: (ms) =>
      foldedBefore(profile, own.now - ms) +
      countOrders(events.slice(0, firstAfter(events, own.now - ms)).filter(({ refused }) => !refused)),
    lastSeenAt: events.at(-1)?.at ?? null,
    daysKnown: daysSince(firstSeen(profile, events), own.now),
    isLowerBound,
  }
}

/** Attempts of the same order are not history, and what came later is not known yet. */
function othersOf(events: readonly ProfileEvent[], { now, orderRef }: Own): readonly ProfileEvent[] {
  return events.length === 0
    ? events
    : events.filter((event) => event.orderRef !== orderRef && event.at <= now + simultaneousMs)
}

function firstAfter(events: readonly ProfileEvent[], start: number): number {
  let low = 0
  let high = events.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((events[middle]?.at ?? 0) > start) high = middle
    else low = middle + 1
  }
  return low
}

function countOrders(events: readonly ProfileEvent[]): number {
  return events.length < 2 ? events.length : new Set(events.map(({ orderRef }) => orderRef)).size
}

function countPartners(events: readonly ProfileEvent[], partner: IdentifierKind, own: string | undefined): number {
  const seen = new Set(own === undefined ? [] : [own])
  for (const { partners } of events) if (partners[partner] !== undefined) seen.add(partners[partner])
  return seen.size
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
function firstSeen({ firstSeenAt, foldedOrders }: Profile, events: readonly ProfileEvent[]): number | null {
  return events.length === 0 && foldedOrders === 0 ? null : (firstSeenAt ?? events[0]?.at ?? null)
}

const daysSince = (at: number | null, now: number) => (at === null ? 0 : Math.max(1, Math.ceil((now - at) / day)))
