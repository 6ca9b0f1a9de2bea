import type { ActingRole } from '#contract/roles.ts'
import type { Mode } from '../documents/port.ts'

/** Who may call a route. */
export type CallerKind = 'anyone' | 'publishable-key' | 'secret-key' | 'person' | 'operator'

export { roles, type ActingRole, type Role } from '#contract/roles.ts'

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
      /** `operator`: somebody of the installation's staff under an impersonation; `personId` is then theirs. */
      readonly role: ActingRole
      /** Stores of the person's organisation. */
      readonly merchantIds: readonly string[]
      /** The sign-in that all tokens of this browser belong to. */
      readonly sessionFamily: string
      /** A second factor is asked for and not set up: nothing opens but one's own account. */
      readonly owesSecondFactor?: boolean
      /** Nothing opens but one's own account and what takes the organisation back. */
      readonly organizationClosed?: boolean
      /** When the access token ends, epoch milliseconds: a stream of events must not outlive it. */
      readonly accessExpiresAt: number
    }
  | {
      /** Whoever runs the installation, at their own door. */
      readonly kind: 'operator'
      readonly operatorId: string
      readonly sessionId: string
      /** No app is set up yet: nothing opens but that. */
      readonly owesSecondFactor: boolean
      readonly endsAt: number
    }
