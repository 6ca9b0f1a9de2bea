import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import type { StoreKeys } from '../../platform/vault/store-keys.ts'
import type { MerchantService } from '../merchants/service.ts'

export interface RuleDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly merchants: Pick<MerchantService, 'policy' | 'policyAt' | 'policyHistory' | 'changePolicy'>
  readonly storeKeys: (merchantId: string) => Promise<StoreKeys>
  /** null: nobody of that id any more. */
  readonly personName: (personId: string) => Promise<string | null>
}
