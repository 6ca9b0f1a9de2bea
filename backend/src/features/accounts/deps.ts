import type { ChangeFeed } from '../../platform/changes/change-feed.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import type { MerchantService } from '../merchants/service.ts'

export interface AccountDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly changes: ChangeFeed
  readonly vault: Pick<Vault, 'installationKeys'>
  readonly merchants: Pick<MerchantService, 'ofOrganization'>
}
