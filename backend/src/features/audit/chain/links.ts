import { hash } from 'node:crypto'
import { collection, type Document } from '../../../platform/documents/collection.ts'
import type { Mode } from '../../../platform/documents/port.ts'
import { canonicalJson } from '../../../scoring/canonical-json.ts'
import type { AuditEntry } from '../collections.ts'

/** The chain of what belongs to no organisation: failed sign-ins, commands of the operator. */
export const installationChain = 'installation'

/** The place of one entry in its organisation's chain. Its id is the entry's: no entry is linked twice. */
export interface AuditLink extends Document {
  readonly organization_id: string
  /** 1, 2, 3 ... without a gap. */
  readonly seq: number
  /** Where the entry lies; null: beside the installation's own. */
  readonly merchant_id: string | null
  readonly mode: Mode | null
  readonly entry_digest: string
  /** Digest of the link before; 64 zeros before the first. */
  readonly previous: string
  readonly linked_at: number
  readonly digest: string
  /**
   * Absent: something that was done. Says again what the entry says, so that reads can be left out of a list; not part of
   * the digest, and held against the entry when the chain is verified.
   */
  readonly trace?: 'read'
}

export const auditLinks = collection<AuditLink>({
  name: 'audit_links',
  scope: 'operator',
  appendOnly: true,
  fields: { organization_id: 'string', seq: 'number', trace: 'string' },
  indexes: [{ fields: ['organization_id', 'seq'], unique: true }, { fields: ['organization_id', 'trace', 'seq'] }],
})

export const noLink = '0'.repeat(64)

const sha256 = (value: unknown): string => hash('sha256', canonicalJson(value), 'hex')

/** SHA-256 of the entry's canonical JSON (RFC 8785), with exactly these members. */
export const entryDigest = (entry: AuditEntry): string => {
  const { id, format, organization_id, merchant_id, mode, actor, action, object, at, details } = entry
  return sha256({ id, format, organization_id, merchant_id, mode, actor, action, object, at, details })
}

type Unsigned = Omit<AuditLink, 'digest' | 'trace'>

export const isRead = ({ action }: Pick<AuditEntry, 'action'>): boolean => action === 'data.read'

/** SHA-256 of the link's canonical JSON, all members but the digest itself. */
export const linkDigest = (link: Unsigned): string => {
  const { id, organization_id, seq, merchant_id, mode, entry_digest, previous, linked_at } = link
  return sha256({ id, organization_id, seq, merchant_id, mode, entry_digest, previous, linked_at })
}

/** What the digest covers, and the digest. */
export const signedPartOf = (link: AuditLink): Omit<AuditLink, 'trace'> => {
  const { id, organization_id, seq, merchant_id, mode, entry_digest, previous, linked_at, digest } = link
  return { id, organization_id, seq, merchant_id, mode, entry_digest, previous, linked_at, digest }
}

export const nextLink = (head: AuditLink | undefined, entry: AuditEntry, linkedAt: number, place: Place): AuditLink => {
  const link = {
    id: entry.id,
    organization_id: entry.organization_id ?? installationChain,
    seq: (head?.seq ?? 0) + 1,
    merchant_id: place?.merchantId ?? null,
    mode: place?.mode ?? null,
    entry_digest: entryDigest(entry),
    previous: head?.digest ?? noLink,
    linked_at: linkedAt,
  }
  return { ...link, digest: linkDigest(link), ...(isRead(entry) && { trace: 'read' as const }) }
}

/** null: among the installation's own entries. */
export type Place = { readonly merchantId: string; readonly mode: Mode } | null

export interface PlacedEntry {
  readonly entry: AuditEntry
  readonly place: Place
}
