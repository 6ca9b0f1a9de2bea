import { collection, type Json } from '../documents/collection.ts'
import type { Follower, Mode } from '../documents/port.ts'
import { createId } from '../ids.ts'

export type OutboxKind =
  | 'assessment.scored'
  | 'profile.full'
  | 'outcome.changed'
  | 'label.recorded'
  | 'assessment.rescored'
  | 'review.opened'
  | 'review.closed'
  | 'list_item.changed'

/** What an order leaves to be counted elsewhere. Amounts and levels only: nothing that names a person. */
export interface OutboxEntry {
  readonly id: string
  readonly kind: OutboxKind
  readonly state: 'open' | 'done'
  readonly at: number
  /** Consumers count each subject once, however often an entry comes. */
  readonly subject: string
  readonly data: Readonly<Record<string, string | number | boolean | null>>
  readonly expires_at?: number
  readonly [name: string]: Json | undefined
}

export const outbox = collection<OutboxEntry>({
  name: 'outbox',
  scope: 'merchant',
  fields: { kind: 'string', state: 'string', at: 'number', expires_at: 'number' },
  indexes: [{ fields: ['kind', 'state', 'at'], acrossMerchants: true }],
  expires: 'expires_at',
})

/** Longer than two sweeps: a follower that comes late meets the entry, done, and adds nothing. */
export const keptWhenDoneMs = 24 * 3_600_000

export interface Tenant {
  readonly merchantId: string
  readonly mode: Mode
}

/** A follower of the write it tells of: never one without the other. */
export const outboxEntry = (entry: Pick<OutboxEntry, 'kind' | 'at' | 'subject' | 'data'>): Follower => ({
  insert: outbox,
  document: { id: createId('out', entry.at), state: 'open', ...entry },
})

/** Longer than any endpoint is away. */
const keptForEventsMs = 7 * 24 * 3_600_000

/** For outgoing events: nobody folds them, so they go by themselves. */
export const eventEntry = (entry: Pick<OutboxEntry, 'kind' | 'at' | 'subject' | 'data'>): Follower => ({
  insert: outbox,
  document: { id: createId('out', entry.at), state: 'open', ...entry, expires_at: entry.at + keptForEventsMs },
})

/** Folds entries into something it keeps. May meet an entry twice (after a crash between its write and our mark). */
export interface OutboxConsumer {
  readonly name: string
  readonly kind: OutboxEntry['kind']
  fold(tenant: Tenant, entries: readonly OutboxEntry[]): Promise<void>
}
