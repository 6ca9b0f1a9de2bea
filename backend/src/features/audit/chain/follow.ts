import { collection, type Document } from '../../../platform/documents/collection.ts'
import { Conflict, type DocumentStore } from '../../../platform/documents/port.ts'
import { auditLinks, installationChain, nextLink, type AuditLink, type PlacedEntry } from './links.ts'
import { createUnlinked } from './unlinked.ts'

interface Progress extends Document {
  readonly reached: number
}
/** How far the chaining has come, so that a start does not read the whole past. */
export const auditProgress = collection<Progress>({ name: 'audit_progress', scope: 'operator', fields: {} })
const progressId = 'chain'

interface Deps {
  readonly documents: DocumentStore
  readonly clock: () => number
}

/** Gives each new entry its place in the chain of its organisation. One worker at a time; a second one meets conflicts. */
export const createFollow = ({ documents, clock }: Deps) => {
  const unlinked = createUnlinked({ documents, clock })

  const headOf = async (organizationId: string): Promise<AuditLink | undefined> => {
    const sort = { field: 'seq', direction: 'desc' } as const
    const where = { organization_id: organizationId }
    return (await documents.operator().find(auditLinks, where, { sort, limit: 1 })).items[0]
  }

  const link = async (entries: readonly PlacedEntry[]): Promise<void> => {
    const heads = new Map<string, AuditLink | undefined>()
    for (const { entry, place } of entries) {
      const organizationId = entry.organization_id ?? installationChain
      if (!heads.has(organizationId)) heads.set(organizationId, await headOf(organizationId))
      const document = nextLink(heads.get(organizationId), entry, clock(), place)
      await documents.operator().write({ insert: auditLinks, document })
      heads.set(organizationId, document)
      unlinked.linked(entry)
    }
  }

  const look = async () => unlinked.look((await documents.operator().get(auditProgress, progressId))?.reached ?? 0)

  return {
    headOf,
    /** Looked at before the lease is taken. */
    hasNew: async (): Promise<boolean> => {
      const { entries, settled } = await look()
      if (entries.length === 0) settled()
      return entries.length > 0
    },
    /** Returns how many entries it linked. */
    follow: async (): Promise<number> => {
      const startedAt = clock()
      const { entries, settled } = await look()
      try {
        await link(entries)
      } catch (error) {
        // Another worker was faster: what is left comes with the next round.
        if (error instanceof Conflict) return 0
        throw error
      }
      settled()
      if (entries.length === 0) return 0
      const create = { id: progressId, reached: startedAt }
      const changes = { max: { reached: startedAt } }
      await documents.operator().write({ upsert: auditProgress, id: progressId, create, changes })
      return entries.length
    },
  }
}
