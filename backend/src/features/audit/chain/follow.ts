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

  const linkChain = async (organizationId: string, entries: readonly PlacedEntry[]): Promise<void> => {
    let head = await headOf(organizationId)
    for (const { entry, place } of entries) {
      head = nextLink(head, entry, clock(), place)
      await documents.operator().write({ insert: auditLinks, document: head })
      unlinked.linked(entry)
    }
  }

  /** Each chain in its order; chains know nothing of each other and share what a write costs. */
  const link = async (entries: readonly PlacedEntry[]): Promise<void> => {
    const chainOf = ({ entry }: PlacedEntry): string => entry.organization_id ?? installationChain
    const done = await Promise.allSettled(
      [...new Set(entries.map(chainOf))].map((id) =>
        linkChain(
          id,
          entries.filter((placed) => chainOf(placed) === id),
        ),
      ),
    )
    const failed = done.find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
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
