import type { IdentifierKind } from '#contract/identifier.ts'
import type { Profile, ProfileEvent } from './context.ts'
import { fraudBits, refusalBits } from './odds.ts'
import { outcomesOf, type Outcomes } from './outcomes.ts'
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
  /** What became of its other orders, as far as it was known by then. */
  readonly outcomes: () => Outcomes
  /** log2 of the odds that confirmed outcomes leave, against the usual ones. */
  readonly confirmedBits: (weight: number) => number
  /** The same for parcels refused at the door. */
  readonly refusalBits: (weight: number) => number
  /** Other orders of exactly this amount inside the window. */
  readonly sameAmount: (amount: number, currency: string, window: Window) => number
  /** Different countries of delivery inside the window, that of this order included. */
  readonly countries: (own: string | null, window: Window) => number
  /** Median amount of its paid orders in one currency; null below three. */
  readonly usualAmount: (currency: string) => number | null
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
  let outcomes: Outcomes | undefined
  let refused: ReadonlySet<string> | undefined
  const inside = createInside(events, now)
  const known = () => (outcomes ??= outcomesOf(profile, own))
  const refusedLater = () => (refused ??= spoiltOrders(profile, own))

  return {
    orders: (window) => {
      orders ??= ordersPerWindow(events, now)
      return Math.min(ringCapacity, orders[window] + foldedSince(profile, start(window)))
    },
    distinct: (partner, window) => countPartners(inside(window), partner, own.partners[partner]),
    refused: (window) => {
      const later = refusedLater()
      return total(inside(window), (event) => (event.refused || later.has(event.orderRef) ? 1 : 0))
    },
    sum: (currency, window) => total(inside(window), (event) => (event.currency === currency ? event.amount : 0)),
    olderThan: (ms) =>
      Math.max(0, foldedBefore(profile, now - ms) - foldedSpoilt(profile)) +
      countGood(events, now - ms, refusedLater()),
    lastSeenAt: events.at(-1)?.at ?? null,
    outcomes: known,
    confirmedBits: (weight) => {
      if (!profile.outcomes) return 0
      const { bad, good } = known().faded
      return fraudBits(bad, good, weight)
    },
    refusalBits: (weight) => {
      if (!profile.outcomes) return 0
      const { refused: parcels, good } = known().faded
      return refusalBits(parcels, good, weight)
    },
    sameAmount: (amount, currency, window) =>
      countOrders(inside(window), (event) => event.amount === amount && event.currency === currency),
    countries: (country, window) => countCountries(inside(window), country),
    usualAmount: (currency) => medianAmount(events, currency),
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

/** The events of each window, cut out once: several evidences look at the same ones. */
function createInside(events: Events, now: number): (window: Window) => Events {
  const cut = new Map<Window, Events>()
  const slice = (window: Window): Events => {
    const start = now - windowMs[window]
    let first = events.length
    while ((events[first - 1]?.at ?? -Infinity) > start) first -= 1
    return first === 0 ? events : events.slice(first)
  }
  return (window) => {
    if (events.length === 0) return events
    const known = cut.get(window) ?? slice(window)
    cut.set(window, known)
    return known
  }
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

function countPartners(events: Events, partner: IdentifierKind, own: string | undefined): number {
  const met = createMet(own)
  for (const { partners } of events) met.add(partners[partner])
  return met.size()
}

/** Mostly one value, again and again: a set only from the second on. */
function createMet(own: string | undefined) {
  let only = own
  let several: Set<string> | undefined
  return {
    add: (value: string | null | undefined): void => {
      if (value === undefined || value === null || value === only) return
      if (only === undefined) only = value
      else (several ??= new Set([only])).add(value)
    },
    size: () => several?.size ?? (only === undefined ? 0 : 1),
  }
}

function total(events: Events, worth: (event: ProfileEvent) => number): number {
  let sum = 0
  for (const event of events) sum += worth(event)
  return sum
}

/** Orders of the ring that were bad, never paid or never taken in. */
function spoiltOrders({ outcomes }: Profile, own: Own): ReadonlySet<string> {
  if (!outcomes || outcomes.events.length === 0) return none
  const sums = new Map<string, number>()
  for (const event of outcomes.events) {
    if (!isPast(event, own)) continue
    const { bad, refused, unpaid } = event
    sums.set(event.orderRef, (sums.get(event.orderRef) ?? 0) + bad + refused + unpaid)
  }
  return new Set([...sums].filter(([, sum]) => sum > 0).map(([orderRef]) => orderRef))
}
const none: ReadonlySet<string> = new Set()

const foldedSpoilt = ({ outcomes }: Profile): number =>
  outcomes?.folded.reduce((sum, [, { bad, refused, unpaid }]) => sum + bad + refused + unpaid, 0) ?? 0

/** Attempts of one order are one. */
function countOrders(events: Events, counts: (event: ProfileEvent) => boolean): number {
  const met = createMet(undefined)
  for (const event of events) if (counts(event)) met.add(event.orderRef)
  return met.size()
}

function countCountries(events: Events, own: string | null): number {
  const met = createMet(own ?? undefined)
  for (const { country } of events) met.add(country)
  return met.size()
}

function medianAmount(events: Events, currency: string): number | null {
  if (events.length < 3) return null
  const amounts = events.filter((event) => !event.refused && event.currency === currency).map(({ amount }) => amount)
  if (amounts.length < 3) return null
  return amounts.sort((one, other) => one - other)[Math.floor(amounts.length / 2)] ?? null
}

function countGood(events: Events, end: number, spoilt: ReadonlySet<string>): number {
  const good = events.filter(({ at, refused, orderRef }) => at <= end && !refused && !spoilt.has(orderRef))
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
