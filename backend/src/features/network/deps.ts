import type { Clock } from '../../platform/clock.ts'
import type { ChangeFeed } from '../../platform/changes/change-feed.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { NetworkIdentifiers } from './kinds.ts'

/** What an installation asks of its stores before it hears them. */
export interface Floors {
  /** Others that must have said the same. */
  readonly stores: number
  readonly days: number
  readonly orders: number
}

export interface NetworkDeps {
  readonly documents: DocumentStore
  readonly changes: ChangeFeed
  readonly clock: Clock
  readonly floors: Floors
  readonly networkKeys: () => Promise<StoreKeys>
  readonly merchant: (merchantId: string) => Promise<{
    readonly organizationId: string
    readonly demo: boolean
    readonly createdAt: number
  }>
  /** Orders with the network's identifiers; those without are left out. */
  readonly givenBy: (tenant: Tenant, assessmentIds: readonly string[]) => Promise<readonly GivenOrder[]>
}

export interface GivenOrder {
  readonly id: string
  readonly orderRef: string
  readonly identifiers: NetworkIdentifiers
}
