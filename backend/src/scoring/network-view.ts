import type { IdentifierKind } from '#contract/identifier.ts'
import type { NetworkBucket } from '#contract/network.ts'

/** How many other stores said so of one identifier. null: fewer than may be told, which is also how nothing looks. */
export interface NetworkSignals {
  /** Confirmed fraud. */
  readonly fraud: NetworkBucket | null
  /** Declined an order by itself: not because of what the network said. */
  readonly declined: NetworkBucket | null
  /** Confirmed a good order. */
  readonly good: NetworkBucket | null
}

/** Of each identifier of the order that may enter the network. A store that does not share has no view at all. */
export type NetworkView = Partial<Record<IdentifierKind, NetworkSignals>>
