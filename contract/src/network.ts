import { z } from 'zod'

/** How many other stores. Nothing below 3 is ever said, nor below the installation's own floor where that is higher. */
export const networkBuckets = ['3 to 9', '10 to 29', '30 or more'] as const
export const NetworkBucket = z.enum(networkBuckets)
export type NetworkBucket = z.infer<typeof NetworkBucket>

/** GET /v1/network/summary */
export const NetworkSummary = z.object({
  /** Off: this store neither gives nor takes. */
  sharing: z.boolean(),
  /** Since when, or null. */
  since: z.string().nullable(),
  /** Other stores that count; null: too few to be told. */
  stores: NetworkBucket.nullable(),
  /** This store's own part. */
  own: z.object({
    /** Its word counts for others. */
    counts: z.boolean(),
    days: z.number().int(),
    orders: z.number().int(),
    declines: z.number().int(),
    frauds: z.number().int(),
    /** After the switch went off: what it gave is still being taken back. */
    withdrawing: z.boolean(),
  }),
  /** What holds for everybody in this installation. */
  terms: z.object({
    /** A signal is visible from this many other stores. */
    stores_at_least: z.number().int(),
    days_at_least: z.number().int(),
    orders_at_least: z.number().int(),
    /** No store alone moves another store's score by more points. */
    points_at_most: z.number().int(),
    /** What is kept of one identifier from one store. */
    events_at_most: z.number().int(),
    /** Raised when what is shared changes: the owner reads again. */
    version: z.number().int(),
  }),
})
export type NetworkSummary = z.infer<typeof NetworkSummary>
