import { z } from 'zod'
import { identifierKinds } from '../identifier.ts'
import { NetworkSummary } from '../network.ts'

/** What leaves the store of one kind of identifier, and when, in sentences. */
export const SharedKind = z.object({
  kind: z.enum(identifierKinds),
  shared: z.enum(['always', 'on_outcome', 'never']),
  sentence: z.string(),
})
export type SharedKind = z.infer<typeof SharedKind>

/** GET …/network, in both modes the same: the switch is the store's. */
export const NetworkPage = NetworkSummary.extend({
  /** Whether this person may turn the switch. */
  may_change: z.boolean(),
  /** What the owner reads before it goes on. */
  shares: z.array(SharedKind),
  /** What others learn, and what they never do. */
  sentences: z.array(z.string()),
})
export type NetworkPage = z.infer<typeof NetworkPage>

/** POST …/network/sharing, by an owner: answered with a NetworkPage. */
export const SharingChange = z.object({
  on: z.boolean(),
  /** `terms.version` of the page that was read; needed to switch on. */
  read_version: z.number().int().optional(),
})
export type SharingChange = z.infer<typeof SharingChange>
