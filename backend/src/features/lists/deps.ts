import type { Clock } from '../../platform/clock.ts'
import type { ChangeFeed } from '../../platform/changes/change-feed.ts'
import type { DocumentStore, Mode } from '../../platform/documents/port.ts'
import type { Identifiers } from '../../platform/identifiers/identify.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'

export interface Tenant {
  readonly merchantId: string
  readonly mode: Mode
}

export interface ListDeps {
  readonly documents: DocumentStore
  readonly changes: ChangeFeed
  readonly clock: Clock
  readonly storeKeys: (merchantId: string) => Promise<StoreKeys>
  readonly organizationOf: (merchantId: string) => Promise<string>
  /** Of one order of this store and mode. Throws `not_found`. */
  readonly identifiersOf: (tenant: Tenant, assessmentId: string) => Promise<Identifiers>
}
