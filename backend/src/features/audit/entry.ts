import { createId } from '../../platform/ids.ts'
import type { AuditEntry } from './collections.ts'

export type AuditDraft = Pick<AuditEntry, 'organization_id' | 'actor' | 'action' | 'at'> &
  Partial<Pick<AuditEntry, 'merchant_id' | 'mode' | 'object' | 'details'>>

export const entryOf = (draft: AuditDraft): AuditEntry => ({
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
