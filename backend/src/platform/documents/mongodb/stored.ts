import type { mongo } from 'mongoose'
import type { Mode } from '../port.ts'

/** Whose document it is; null outside merchant collections. */
export interface Tenant {
  readonly merchantId: string
  readonly mode: Mode
}

export type StoredValue = string | number | boolean | null | readonly StoredValue[] | { readonly j: string }

export interface StoredEvent {
  /** Id, time, and the other columns in declared order. */
  readonly i: string
  readonly t: number
  readonly c: readonly StoredValue[]
}

/** One batch of followers that rides in its head's document until it was applied. */
export interface PendingBatch {
  readonly i: string
  /** JSON, sealed where the head's collection or one of the followers' is. */
  readonly b: Uint8Array
  readonly sealed: boolean
}

/** A document as it lies in MongoDB. Short names: they are stored with each document. */
export interface Stored {
  readonly _id: string
  /** Merchant and mode. */
  readonly m?: string
  readonly t?: Mode
  /** Revision: raised by each write, so that a body read, changed and sealed again replaces only what was read. */
  readonly v: number
  /** Declared fields, in clear. */
  readonly f?: Readonly<Record<string, string | number | boolean | null>>
  /** All other fields with plain names, each on its own so that operators reach it. */
  readonly b?: Readonly<Record<string, StoredValue>>
  /** JSON of fields whose names MongoDB would read as paths or operators. */
  readonly o?: string
  /** Body of a sealed document. */
  readonly s?: Uint8Array
  /** Events of the ring, oldest first. */
  readonly r?: readonly StoredEvent[]
  /** One value per unique index. */
  readonly k?: Readonly<Record<string, string>>
  /** When it expires, as the type that TTL indexes want. */
  readonly x?: Date
  /** Since when followers wait in `p`. */
  readonly w?: Date
  readonly p?: readonly PendingBatch[]
  /** A tombstone: since when the document is gone. */
  readonly d?: Date
}

/** Filters and updates are made of paths: their types cannot be told by the compiler. */
export type Filter = Record<string, unknown>
export type Update = Record<string, Record<string, unknown>>
export interface Row extends Stored {
  readonly [path: string]: unknown
}
export type Rows = mongo.Collection<Row>
