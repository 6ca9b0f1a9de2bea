import { createId } from '../../platform/ids.ts'
import type { Follower, Mode } from '../../platform/documents/port.ts'
import { auditEntries, operatorAuditEntries, type Actor, type AuditEntry } from './collections.ts'

export type { Actor, AuditEntry } from './collections.ts'
export { auditActions, type AuditAction } from './actions.ts'

/** What the command line does is done by whoever can read the master secret. */
export const operator: Actor = { type: 'operator', id: null }

export type AuditDraft = Pick<AuditEntry, 'organization_id' | 'actor' | 'action' | 'at'> &
  Partial<Pick<AuditEntry, 'merchant_id' | 'mode' | 'object' | 'details'>>

const entryOf = (draft: AuditDraft): AuditEntry => ({
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
})

type Insert = Extract<Follower, { readonly document: unknown }>

/** The trace of a merchant's batch, to be handed over as one of its followers: durable when the batch is. */
export const auditEntry = (draft: AuditDraft & { readonly merchant_id: string; readonly mode: Mode }): Insert => ({
  insert: auditEntries,
  document: entryOf(draft),
})

/** The same for a batch through the operator's door: settings, keys, people. */
export const operatorAuditEntry = (draft: AuditDraft): Insert => ({
  insert: operatorAuditEntries,
  document: entryOf(draft),
})
