import type { Collection, Document, Json } from './collection.ts'

export type Mode = 'test' | 'live'

/** Equality, `in`, and ranges, nothing more. Fields are those the collection declares, or `id`. */
export type Condition =
  | string
  | number
  | boolean
  | null
  | { readonly in: readonly (string | number | boolean)[] }
  | {
      readonly gt?: number | string
      readonly gte?: number | string
      readonly lt?: number | string
      readonly lte?: number | string
    }
export type Where = Readonly<Record<string, Condition>>

export interface FindOptions {
  readonly sort?: { readonly field: string; readonly direction: 'asc' | 'desc' }
  readonly limit: number
  /** The cursor a former page gave. */
  readonly after?: string
  /** Walks the whole collection where no index serves: worker, export, erasure. */
  readonly scan?: boolean
}
export interface Page<T> {
  readonly items: readonly T[]
  readonly next: string | null
}

export interface Changes {
  readonly set?: Readonly<Record<string, Json>>
  readonly unset?: readonly string[]
  readonly inc?: Readonly<Record<string, number>>
  readonly min?: Readonly<Record<string, number>>
  readonly max?: Readonly<Record<string, number>>
  readonly addToSet?: Readonly<
    Record<string, { readonly values: readonly (string | number)[]; readonly atMost: number }>
  >
  /** Appends to the collection's ring, by element id, keeping the newest. */
  readonly push?: Readonly<Record<string, Json>>
  /**
   * Takes these events out of the ring and moves its `foldedTo` forward: whatever is pushed later from that time or
   * before does nothing. Expect the former `foldedTo`, and two folds of the same events cannot both be written, while
   * pushes that come in between disturb nothing.
   */
  readonly fold?: { readonly ids: readonly string[]; readonly to: number }
}

/** One write of one document. `expect` must match the document as it stands, or nothing is written. */
export type Head =
  | { readonly insert: Collection; readonly document: Document }
  | { readonly update: Collection; readonly id: string; readonly changes: Changes; readonly expect?: Where }
  | {
      readonly upsert: Collection
      readonly id: string
      readonly create: Document
      readonly changes: Changes
      readonly expect?: Where
    }
  | { readonly remove: Collection; readonly id: string; readonly expect?: Where }

/** What may be applied twice and in any order. Updates create the document when it is missing. */
export type Follower =
  | { readonly insert: Collection; readonly document: Document }
  | { readonly remove: Collection; readonly id: string }
  | {
      readonly touch: Collection
      readonly id: string
      readonly changes: Pick<Changes, 'min' | 'max' | 'addToSet' | 'push'>
    }

export interface Reader {
  get<T extends Document>(from: Collection<T>, id: string): Promise<T | undefined>
  /** One answer per id, in the same order. */
  getMany<T extends Document>(from: Collection<T>, ids: readonly string[]): Promise<readonly (T | undefined)[]>
  find<T extends Document>(from: Collection<T>, where: Where, options: FindOptions): Promise<Page<T>>
  count(from: Collection, where: Where): Promise<number>
}

export interface Documents extends Reader {
  /** When it resolves, head and followers are durable and visible. Throws `Conflict` and writes nothing when refused. */
  write(head: Head, followers?: readonly Follower[]): Promise<void>
}

export type ConflictReason = 'exists' | 'missing' | 'expectation' | 'unique'
export class Conflict extends Error {
  constructor(
    readonly reason: ConflictReason,
    readonly collection: string,
    /** The fields of the unique index that refused, when `reason` is `unique`. */
    readonly index?: readonly string[],
  ) {
    super(`${collection}: ${reason}${index ? ` (${index.join(', ')})` : ''}`)
    this.name = 'Conflict'
  }
}

export interface Lease {
  readonly name: string
  renew(): Promise<boolean>
  release(): Promise<void>
}

export interface EngineStatus {
  readonly kind: 'sqlite' | 'mongodb'
  readonly version: string
  readonly state: 'ok' | 'down'
  /** What an operator should know, e.g. that a standalone server loses data with its disk. */
  readonly note?: string
}

export interface DocumentStore {
  /** The only way to a merchant's documents: merchant and mode are part of every filter and every write. */
  forMerchant(merchantId: string, mode: Mode): Documents
  /** Installation-wide documents: organisations, merchants, people, keys. */
  operator(): Documents
  /** Signals shared by all stores. */
  network(): Documents
  /** Every tenant's rows of one collection, for worker jobs that name themselves; resumable by cursor. */
  acrossMerchants<T extends Document>(
    job: string,
    from: Collection<T>,
    where: Where,
    options: FindOptions,
  ): Promise<Page<{ readonly merchantId: string; readonly mode: Mode; readonly document: T }>>
  /**
   * Embedded: tells within half a second that another process has written (`PRAGMA data_version`). Absent where other
   * processes are told by messages and a polled revision.
   */
  onForeignChange?(listener: () => void): () => void
  lease(name: string, ttlMs: number): Promise<Lease | undefined>
  /** Applies followers that a crash left behind. Returns how many heads it finished. */
  sweep(): Promise<number>
  /** Removes expired documents and old tombstones. */
  expire(): Promise<number>
  status(): Promise<EngineStatus>
  close(): Promise<void>
}
