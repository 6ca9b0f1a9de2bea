import type { ChangeFeed } from '../../platform/changes/change-feed.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import type { Vault } from '../../platform/vault/vault.ts'
import type { Role } from '../../platform/http/caller.ts'
import type { MerchantService } from '../merchants/service.ts'
import type { PersonDocument } from './collections.ts'
import type { PasswordCost } from './password.ts'

/** What the operator has decided. */
export interface AccountSettings {
  readonly production: boolean
  readonly signUp: 'open' | 'closed'
  /** Sibling hosts that share the sign-in; undefined: this host alone. */
  readonly cookieDomain: string | undefined
  /** What links in mails begin with; never taken from a request. */
  readonly linkBase: string
  /** 0 switches growing delays off, as it does with all limits. */
  readonly rateLimitScale: number
}

export interface Place {
  readonly organizationId: string
  readonly role: Role
  /** Closed: nothing opens but what takes it back. */
  readonly closed?: boolean
}

export interface AccountDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly changes: ChangeFeed
  readonly vault: Pick<Vault, 'installationKeys' | 'sealSecret' | 'openSecret'>
  readonly merchants: Pick<MerchantService, 'ofOrganization' | 'createOrganization'>
  /** Where a person belongs, and as what; undefined: nowhere, or not in the organisation that was entered. */
  readonly placeOf: (person: PersonDocument, entered: string | undefined) => Promise<Place | undefined>
  /** Ids of people who joined an organisation that their account was not made for. */
  readonly joinedTo: (organizationId: string) => Promise<readonly string[]>
  readonly settings: AccountSettings
  /** Tests of timing take a cheaper one. */
  readonly passwordCost?: PasswordCost
}
