import type { ChangeFeed } from '../../platform/changes/change-feed.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import type { AccountService } from '../accounts/service.ts'
import type { ApiKeyService } from '../api-keys/service.ts'
import type { MerchantService } from '../merchants/service.ts'
import type { Places } from './places.ts'

export interface OrganisationDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly changes: ChangeFeed
  readonly vault: Pick<Vault, 'installationKeys'>
  readonly accounts: Pick<AccountService, 'person' | 'createPerson' | 'ofOrganization' | 'signOutEverywhere' | 'enter'>
  readonly apiKeys: Pick<ApiKeyService, 'expose'>
  readonly merchants: Pick<MerchantService, 'organization' | 'ofOrganization' | 'create' | 'renameOrganization'>
  readonly places: Places
  /** Where links of mails lead to. */
  readonly publicUrl: string
}
