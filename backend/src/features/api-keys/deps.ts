import type { ChangeFeed } from '../../platform/changes/change-feed.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import type { ApiKeyDocument, KeyProblem } from './collections.ts'

export interface ApiKeyDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly changes: ChangeFeed
  readonly vault: Pick<Vault, 'sealSecret' | 'openSecret' | 'installationKeys'>
  /** From the merchant's settings, by way of the container: keys know no merchants. */
  readonly originsOf: (merchantId: string) => Promise<readonly string[]>
  readonly organizationOf: (merchantId: string) => Promise<string | null>
  /** The store, or its organisation, was closed: none of its keys opens anything. */
  readonly isClosed: (merchantId: string) => Promise<boolean>
  /** A row that was not written by this program: the key it tells of opens nothing. */
  readonly refused: (key: ApiKeyDocument, problem: KeyProblem) => void
}
