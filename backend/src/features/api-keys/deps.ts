import type { ChangeFeed } from '../../platform/changes/change-feed.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import type { Vault } from '../../platform/vault/vault.ts'

export interface ApiKeyDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly changes: ChangeFeed
  readonly vault: Pick<Vault, 'sealSecret' | 'openSecret'>
  /** From the merchant's settings, by way of the container: keys know no merchants. */
  readonly originsOf: (merchantId: string) => Promise<readonly string[]>
  readonly organizationOf: (merchantId: string) => Promise<string | null>
  /** The store, or its organisation, was closed: none of its keys opens anything. */
  readonly isClosed: (merchantId: string) => Promise<boolean>
}
