import { createId } from '../../platform/ids.ts'
import type { Follower } from '../../platform/documents/port.ts'
import { auditEntries, type Actor, type AuditEntry } from './collections.ts'

export type { Actor, AuditEntry } from './collections.ts'
export { auditActions, type AuditAction } from './actions.ts'

/** What the command line does is done by whoever can read the master secret. */
export const operator: Actor = { type: 'operator', id: null }

export type AuditDraft = Pick<AuditEntry, 'organization_id' | 'actor' | 'action' | 'at'> &
  Partial<Pick<AuditEntry, 'merchant_id' | 'mode' | 'object' | 'details'>>

/** The trace of a write, to be handed over as one of its followers: when the write is durable, so is its trace. */
export const auditEntry = (draft: AuditDraft): Extract<Follower, { readonly document: unknown }> => ({
  insert: auditEntries,
  document: {
    id: createId('aud', draft.at),
    format: 1,
    organization_id: draft.organization_id,
    merchant_id: draft.merchant_id ?? null,
    mode: draft.mode ?? null,
    actor: draft.actor,
    action: draft.action,
    object: draft.object ?? null,
    at: draft.at,
    details: draft.details ?? {},
  },
})
