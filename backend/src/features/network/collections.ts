import { collection, type Document } from '../../platform/documents/collection.ts'

/**
 * A store that shares, or did. `store` is drawn anew each time it joins: it is all that its gifts carry, so that what was
 * given before cannot be told to be its own.
 */
export interface MemberDocument extends Document {
  readonly organization_id: string
  readonly merchant_created_at: number
  readonly on: boolean
  readonly store: string
  readonly since: number | null
  /** Of the terms that the owner read. */
  readonly terms: number
  readonly orders: number
  readonly declines: number
  readonly frauds: number
  /** Names under which gifts still lie that are to be taken back. */
  readonly leaving: readonly { readonly store: string; readonly at: number }[]
  /** Outbox entries of the last fold of each kind: after a crash they come again. */
  readonly counted_verdicts?: readonly string[]
  readonly counted_outcomes?: readonly string[]
  readonly revision: number
}
export const networkMembers = collection<MemberDocument>({
  name: 'network_members',
  scope: 'operator',
  fields: { revision: 'number' },
})

/** One order at one store, as it speaks of one identifier. Times are epoch milliseconds, 0: not so. */
export type StoredGift = readonly [order: string, toldAt: number, declinedAt: number, badAt: number, goodAt: number]

/** What one store said of one identifier: keyed hashes and times, nothing else. */
export interface RowDocument extends Document {
  readonly identifier: string
  readonly store: string
  readonly gifts: readonly StoredGift[]
  readonly gone_at: number
  readonly revision: number
  /** Being carried to the next version of the network's key: written no more, its successor begins with these gifts. */
  readonly moved?: boolean
}
export const networkRows = collection<RowDocument>({
  name: 'network_rows',
  scope: 'network',
  fields: { identifier: 'string', store: 'string', gone_at: 'number', revision: 'number' },
  indexes: [{ fields: ['identifier'] }, { fields: ['store'] }],
  expires: 'gone_at',
})
export const rowId = (identifier: string, store: string): string => `${identifier}:${store}`

/** Who said so last, newest first. */
export type Voices = readonly (readonly [store: string, at: number])[]

/** What all stores said of one identifier: a score reads this and nothing else. */
export interface SummaryDocument extends Document {
  readonly fraud: Voices
  readonly declined: Voices
  readonly good: Voices
  readonly gone_at: number
  readonly revision?: string
}
export const networkSummaries = collection<SummaryDocument>({
  name: 'network_summaries',
  scope: 'network',
  fields: { gone_at: 'number', revision: 'string' },
  expires: 'gone_at',
})
