import { collection } from '../../platform/documents/collection.ts'
import type { Json } from '../../platform/documents/collection.ts'

/** Append only: folded sums are kept in this order. */
export const outcomeColumns = [
  'bad',
  'good',
  'refused_delivery',
  'unpaid',
  'declined',
  'returned',
  'linked_bad',
] as const

/**
 * One order as it stands in the ring of each of its identifiers, null where the order had no such identifier; or, with
 * `order_at`, what became of one.
 */
export type StoredEvent = Readonly<Record<(typeof eventColumns)[number], string | number | boolean | null>>

/** Append only: rings already written keep their columns in this order. */
export const eventColumns = [
  'id',
  'at',
  'amount',
  'currency',
  'country',
  'refused',
  'order_ref',
  'device',
  'email',
  'phone',
  'card',
  'ip',
  'address',
  'account',
  'email_domain',
  'order_at',
  ...outcomeColumns,
] as const

export interface ProfileDocument {
  readonly id: string
  readonly first_seen_at?: number
  readonly folded_to?: number
  readonly folded_orders?: number
  /** Orders per UTC day (its number since the epoch), of what was folded out of the ring. 35 days are kept. */
  readonly folded_days?: Readonly<Record<string, number>>
  /** Sums of the outcome columns, per quarter in which the order was placed; the oldest one holds all before it. */
  readonly folded_outcomes?: Readonly<Record<string, readonly number[]>>
  readonly last_bad_at?: number
  readonly last_taken_back_at?: number
  /** Holds all of what stood under the former version of the identifier key. */
  readonly took_over?: boolean
  readonly events: readonly StoredEvent[]
  readonly [name: string]: Json | undefined
}

/** More than this never matters to a window; above it counts say "256 or more". */
export const ringCapacity = 256

/** One document per identifier of one store: read by key, so a score costs the same whatever the past. */
export const profiles = collection<ProfileDocument>({
  name: 'profiles',
  scope: 'merchant',
  fields: { first_seen_at: 'number', folded_to: 'number' },
  ring: { field: 'events', columns: eventColumns, keep: ringCapacity, foldedTo: 'folded_to' },
})
