import { collection, type Document } from '../../../platform/documents/collection.ts'
import { Conflict, type DocumentStore } from '../../../platform/documents/port.ts'
import { auditEntries, operatorAuditEntries } from '../collections.ts'
import { auditLinks, installationChain, nextLink, type AuditLink, type PlacedEntry } from './links.ts'

interface Progress extends Document {
  readonly reached: number
}
/** How far the chaining has come, so that a start does not read the whole past. */
export const auditProgress = collection<Progress>({ name: 'audit_progress', scope: 'operator', fields: {} })
const progressId = 'chain'

/** An entry that follows a batch may come as late as two sweeps after its time. */
const lateMs = 15 * 60_000
const pageSize = 200

interface Deps {
  readonly documents: DocumentStore
  readonly clock: () => number
}

const byTime = ({ entry: one }: PlacedEntry, { entry: other }: PlacedEntry): number =>
  one.at - other.at || (one.id < other.id ? -1 : 1)

/** Gives each new entry its place in the chain of its organisation. One worker at a time; a second one meets conflicts. */
export const createFollow = ({ documents, clock }: Deps) => {
  /** Linked lately, as this process knows: spares looking at each of them every second. */
  const known = new Map<string, number>()

  const fromMerchants = async (from: number): Promise<PlacedEntry[]> => {
    const found: PlacedEntry[] = []
    let after: string | null = null
    do {
      const options: { limit: number; after?: string } = { limit: pageSize, ...(after === null ? {} : { after }) }
      const page = await documents.acrossMerchants('audit.chain', auditEntries, { at: { gte: from } }, options)
      for (const { merchantId, mode, document } of page.items) {
        found.push({ entry: document, place: { merchantId, mode } })
      }
      after = page.next
    } while (after !== null)
    return found
  }

  const fromOperator = async (from: number): Promise<PlacedEntry[]> => {
    const found: PlacedEntry[] = []
    let after: string | null = null
    do {
      const options: { limit: number; after?: string } = { limit: pageSize, ...(after === null ? {} : { after }) }
      const page = await documents.operator().find(operatorAuditEntries, { at: { gte: from } }, options)
      for (const entry of page.items) found.push({ entry, place: null })
      after = page.next
    } while (after !== null)
    return found
  }

  const unlinked = async (from: number): Promise<PlacedEntry[]> => {
    const recent = [...(await fromOperator(from)), ...(await fromMerchants(from))]
    const unknown = recent.filter(({ entry }) => !known.has(entry.id))
    const links = await documents.operator().getMany(
      auditLinks,
      unknown.map(({ entry }) => entry.id),
    )
    unknown.forEach(({ entry }, at) => {
      if (links[at]) known.set(entry.id, entry.at)
    })
    return unknown.filter((_, at) => !links[at]).sort(byTime)
  }

  const headOf = async (organizationId: string): Promise<AuditLink | undefined> => {
    const sort = { field: 'seq', direction: 'desc' } as const
    const where = { organization_id: organizationId }
    return (await documents.operator().find(auditLinks, where, { sort, limit: 1 })).items[0]
  }

  const forgetOld = (from: number): void => {
    for (const [id, at] of known) if (at < from) known.delete(id)
  }

  const link = async (entries: readonly PlacedEntry[]): Promise<void> => {
    const heads = new Map<string, AuditLink | undefined>()
    for (const { entry, place } of entries) {
      const organizationId = entry.organization_id ?? installationChain
      if (!heads.has(organizationId)) heads.set(organizationId, await headOf(organizationId))
      const document = nextLink(heads.get(organizationId), entry, clock(), place)
      await documents.operator().write({ insert: auditLinks, document })
      heads.set(organizationId, document)
      known.set(entry.id, entry.at)
    }
  }

  const reachedTo = async (): Promise<number> =>
    (await documents.operator().get(auditProgress, progressId))?.reached ?? 0

  return {
    headOf,
    /** Looked at before the lease is taken. */
    hasNew: async (): Promise<boolean> => (await unlinked((await reachedTo()) - lateMs)).length > 0,
    /** Returns how many entries it linked. */
    follow: async (): Promise<number> => {
      const startedAt = clock()
      const entries = await unlinked((await reachedTo()) - lateMs)
      try {
        await link(entries)
      } catch (error) {
        // Another worker was faster: what is left comes with the next round.
        if (error instanceof Conflict) return 0
        throw error
      }
      if (entries.length === 0) return 0
      const create = { id: progressId, reached: startedAt }
      const changes = { max: { reached: startedAt } }
      await documents.operator().write({ upsert: auditProgress, id: progressId, create, changes })
      forgetOld(startedAt - 2 * lateMs)
      return entries.length
    },
  }
}
