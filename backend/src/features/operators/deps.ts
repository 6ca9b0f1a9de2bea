import type { AccountDeps, PasswordCost } from '../accounts/service.ts'
import type { Member } from '../organisations/service.ts'
import type { MerchantService } from '../merchants/service.ts'

export interface OperatorDeps extends Pick<AccountDeps, 'documents' | 'clock' | 'changes' | 'vault' | 'settings'> {
  readonly passwordCost?: PasswordCost
  readonly merchants: Pick<MerchantService, 'organization' | 'organizations' | 'ofOrganization' | 'list'>
  /** Who is told when somebody looks. */
  readonly membersOf: (organizationId: string) => Promise<readonly Member[]>
}
