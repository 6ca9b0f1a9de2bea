import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import type { Collection } from '../../platform/documents/collection.ts'
import type { AccountService } from '../accounts/service.ts'
import type { ApiKeyService } from '../api-keys/service.ts'
import type { Actor } from '../audit/service.ts'
import type { MerchantService } from '../merchants/service.ts'
import type { OrganisationService } from '../organisations/service.ts'
import type { ClosingBook } from './book.ts'

export interface ClosingDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly book: ClosingBook
  readonly accounts: Pick<
    AccountService,
    'person' | 'proveAgain' | 'removalOf' | 'ofOrganization' | 'signOutEverywhere' | 'secondFactor'
  >
  readonly organisations: Pick<OrganisationService, 'members' | 'places' | 'named' | 'forget'>
  readonly merchants: Pick<MerchantService, 'settings' | 'everOfOrganization' | 'forgetStore' | 'forgetOrganization'>
  readonly apiKeys: Pick<ApiKeyService, 'expose' | 'forget'>
  readonly network: {
    /** Its voice is heard no more; what it gave goes with the worker. */
    readonly leave: (by: Actor, merchantId: string) => Promise<void>
    /** False while something it gave is still there. */
    readonly forget: (merchantId: string) => Promise<boolean>
  }
  /** The organisation's word on whether the operator may look. */
  readonly forgetLooking: (organizationId: string) => Promise<void>
  /** False: they were destroyed, and nothing was left but to say so. */
  readonly hasKeys: (merchantId: string) => Promise<boolean>
  /** After it nothing of the store can be read, in any copy of the database either. */
  readonly destroyKeys: (merchantId: string) => Promise<void>
  /** Gives entries that were just written their place, while they can still be read. */
  readonly chain: () => Promise<unknown>
  /** What a store has in each mode and what may be removed. */
  readonly ofStores: readonly Collection[]
  /** Where letters lead to. */
  readonly publicUrl: string
}
