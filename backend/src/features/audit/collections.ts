import { collection, type Document } from '../../platform/documents/collection.ts'
import type { Mode } from '../../platform/documents/port.ts'
import type { AuditAction } from './actions.ts'

/** Who did it. An operator without an id acted at the machine itself, by command line; the worker acts by its schedule. */
export type Actor = {
  readonly type: 'person' | 'key' | 'operator' | 'worker' | 'anyone'
  readonly id: string | null
}

/**
 * One thing that was done, in its final form: nothing is ever added to an entry, so that a digest over its canonical JSON
 * stays valid. Its place in the organisation's hash chain stands in a link of its own (`chain/links.ts`), written by a
 * leased worker.
 */
export interface AuditEntry extends Document {
  readonly format: 1
  /** null: before anybody is known, e.g. a failed sign-in, or about the installation. */
  readonly organization_id: string | null
  readonly merchant_id: string | null
  readonly mode: Mode | null
  readonly actor: Actor
  readonly action: AuditAction
  readonly object: { readonly type: string; readonly id: string } | null
  /** Epoch milliseconds. */
  readonly at: number
  /** Names and numbers only: never a secret, never anything personal. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}

const fields = { organization_id: 'string', action: 'string', at: 'number' } as const

/**
 * What was done to a merchant's orders, in its own scope: an entry rides as a follower in the batch it tells of, and a
 * batch never leaves its tenant. The database itself refuses to change or remove an entry.
 */
export const auditEntries = collection<AuditEntry>({
  name: 'audit',
  scope: 'merchant',
  sealed: true,
  appendOnly: true,
  fields,
  indexes: [{ fields: ['at'], acrossMerchants: true }],
})

/** What was done to organisations, merchants, keys and people: the same entries, beside the documents they tell of. */
export const operatorAuditEntries = collection<AuditEntry>({
  name: 'audit_operator',
  scope: 'operator',
  appendOnly: true,
  fields,
  indexes: [{ fields: ['organization_id', 'at'] }, { fields: ['at'] }],
})
