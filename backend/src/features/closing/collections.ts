import { collection, type Document } from '../../platform/documents/collection.ts'

export type ClosingKind = 'store' | 'organization' | 'account'

/**
 * What was closed, and how far its erasure has come; the id is that of the store, the organisation or the person. It
 * stays when all else is gone: random ids and times alone say that something was erased, and when.
 */
export interface ClosingDocument extends Document {
  readonly kind: ClosingKind
  /** Of an account: the organisation it was made for. */
  readonly organization_id: string
  readonly asked_by: string
  readonly closed_at: number
  /** Until then an owner can take it back. */
  readonly erase_at: number
  readonly state: 'closed' | 'erasing' | 'erased'
  /** Documents that are gone so far. */
  readonly removed: number
  readonly erased_at: number | null
}

export const closings = collection<ClosingDocument>({
  name: 'closings',
  scope: 'operator',
  fields: { kind: 'string', organization_id: 'string', closed_at: 'number', erase_at: 'number', state: 'string' },
  indexes: [{ fields: ['organization_id', 'closed_at'] }, { fields: ['state', 'erase_at'] }],
})
