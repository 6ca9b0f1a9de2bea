import type { Role } from '#contract/roles.ts'
import type { Mode } from '../documents/port.ts'

/** Who may call a route. */
export type CallerKind = 'anyone' | 'publishable-key' | 'secret-key' | 'person'

export { roles, type Role } from '#contract/roles.ts'

export type Caller =
  | { readonly kind: 'anyone' }
  | {
      readonly kind: 'publishable-key' | 'secret-key'
      readonly merchantId: string
      readonly mode: Mode
      readonly keyId: string
    }
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly organizationId: string
      readonly role: Role
      /** Stores of the person's organisation. */
      readonly merchantIds: readonly string[]
      /** The sign-in that all tokens of this browser belong to. */
      readonly sessionFamily: string
      /** A second factor is asked for and not set up: nothing opens but one's own account. */
      readonly owesSecondFactor?: boolean
      /** When the access token ends, epoch milliseconds: a stream of events must not outlive it. */
      readonly accessExpiresAt: number
    }
