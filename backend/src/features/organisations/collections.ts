import { collection, type Document } from '../../platform/documents/collection.ts'
import type { Role } from '../../platform/http/caller.ts'

/**
 * Who a person is in an organisation they joined. Where none is stored, the organisation and role of the account itself
 * hold: the one it was made for. Never removed, so that somebody who was taken out does not come back by default.
 */
export interface MembershipDocument extends Document {
  readonly person_id: string
  readonly organization_id: string
  readonly role: Role
  readonly created_at: number
  readonly removed_at: number | null
}
export const memberships = collection<MembershipDocument>({
  name: 'memberships',
  scope: 'operator',
  fields: { person_id: 'string', organization_id: 'string', created_at: 'number' },
  indexes: [{ fields: ['person_id', 'created_at'] }, { fields: ['organization_id', 'created_at'] }],
})
export const membershipId = (personId: string, organizationId: string): string => `${personId}/${organizationId}`

/** Bound to one address, good once, for a day. */
export interface InvitationDocument extends Document {
  readonly organization_id: string
  readonly email: string
  /** Keyed hash of the normalised address. */
  readonly email_ref: string
  readonly role: Role
  /** SHA-256 of the token that was mailed; found by it. */
  readonly token_digest: string
  readonly invited_by: string
  readonly created_at: number
  readonly expires_at: number
  readonly revision: number
  /** Accepted or taken back. */
  readonly closed_at: number | null
}
export const invitations = collection<InvitationDocument>({
  name: 'invitations',
  scope: 'operator',
  sealed: true,
  fields: {
    organization_id: 'string',
    token_digest: 'string',
    created_at: 'number',
    expires_at: 'number',
    revision: 'number',
  },
  indexes: [{ fields: ['token_digest'], unique: true }, { fields: ['organization_id', 'created_at'] }],
  expires: 'expires_at',
})
