import type { DocumentStore, Follower, Mode } from '../../platform/documents/port.ts'
import type { AuditAction } from './actions.ts'
import { auditEntries, operatorAuditEntries, type Actor, type AuditEntry } from './collections.ts'
import { entryOf, type AuditDraft } from './entry.ts'

export type { Actor, AuditEntry } from './collections.ts'
export type { AuditAction } from './actions.ts'
export type { AuditDraft } from './entry.ts'
export type { Verification } from './chain/verify.ts'
export { createTrail, type Trail } from './chain/trail.ts'
export { createVerdictTrace } from './verdict-trace.ts'
export { createTraces, type Traces } from './traces.ts'
export { createTellAnchors } from './chain/tell-anchors.ts'
export { createNoteServed } from './note-served.ts'

/** What the command line does is done by whoever can read the master secret. */
export const operator: Actor = { type: 'operator', id: null }

/** For what has an id that follows from what it tells of: whether it was ever told. */
export const isTraced = async (documents: Pick<DocumentStore, 'operator'>, entryId: string): Promise<boolean> =>
  (await documents.operator().get(operatorAuditEntries, entryId)) !== undefined

/** An operator who reads what belongs to merchants leaves a trace of it, before anything is read. */
export const recordCrossing = async (
  documents: Pick<DocumentStore, 'operator'>,
  crossing: { readonly command: string; readonly merchantId: string | null; readonly at: number },
): Promise<void> => {
  const { command, merchantId, at } = crossing
  const action = 'operator.crossed_tenants'
  const details = { command }
  const entry = entryOf({ organization_id: null, merchant_id: merchantId, actor: operator, action, at, details })
  await documents.operator().write({ insert: operatorAuditEntries, document: entry })
}

type Insert = Extract<Follower, { readonly document: unknown }>

/** The trace of a merchant's batch, to be handed over as one of its followers: durable when the batch is. */
export const auditEntry = (draft: AuditDraft & { readonly merchant_id: string; readonly mode: Mode }): Insert => ({
  insert: auditEntries,
  document: entryOf(draft),
})

/** What was done to an organisation beside its stores, newest first. */
export const entriesOf = async (
  documents: Pick<DocumentStore, 'operator'>,
  organizationId: string,
  actions: readonly AuditAction[],
): Promise<readonly AuditEntry[]> => {
  const where = { organization_id: organizationId, action: { in: actions } }
  const sort = { field: 'at', direction: 'desc' } as const
  return (await documents.operator().find(operatorAuditEntries, where, { sort, limit: 200 })).items
}

/** The same for a batch through the operator's door: settings, keys, people. */
export const operatorAuditEntry = (draft: AuditDraft): Insert => ({
  insert: operatorAuditEntries,
  document: entryOf(draft),
})
