import { everyPage } from '../../../platform/documents/every-page.ts'
import type { DocumentStore } from '../../../platform/documents/port.ts'
import { auditEntries, operatorAuditEntries } from '../collections.ts'
import { auditLinks, type PlacedEntry } from './links.ts'

/** An entry that follows a batch may come as late as two sweeps after its time. */
const lateMs = 15 * 60_000
/** What comes at once is met by looking this far back, each second; late ones by looking far back once in a while. */
const promptMs = 30_000
const farLookEachMs = 60_000
const pageSize = 200

interface Deps {
  readonly documents: DocumentStore
  readonly clock: () => number
}

const byTime = ({ entry: one }: PlacedEntry, { entry: other }: PlacedEntry): number =>
  one.at - other.at || (one.id < other.id ? -1 : 1)

/** Finds entries that have no place in a chain yet. */
export const createUnlinked = ({ documents, clock }: Deps) => {
  /** Linked lately, as this process knows: spares looking for the link of each of them every second. */
  const known = new Map<string, number>()
  let lookedFarAt = 0

  const entriesFrom = async (from: number): Promise<PlacedEntry[]> => {
    const where = { at: { gte: from } }
    const found: PlacedEntry[] = []
    const ofOperator = everyPage((start) =>
      documents.operator().find(operatorAuditEntries, where, { limit: pageSize, ...start }),
    )
    for await (const entries of ofOperator) found.push(...entries.map((entry) => ({ entry, place: null })))
    const ofMerchants = everyPage((start) =>
      documents.acrossMerchants('audit.chain', auditEntries, where, { limit: pageSize, ...start }),
    )
    for await (const entries of ofMerchants) {
      found.push(...entries.map(({ merchantId, mode, document: entry }) => ({ entry, place: { merchantId, mode } })))
    }
    return found
  }

  const unlinked = async (from: number): Promise<PlacedEntry[]> => {
    const unknown = (await entriesFrom(from)).filter(({ entry }) => !known.has(entry.id))
    const links = await documents.operator().getMany(
      auditLinks,
      unknown.map(({ entry }) => entry.id),
    )
    unknown.forEach(({ entry }, at) => {
      if (links[at]) known.set(entry.id, entry.at)
    })
    return unknown.filter((_, at) => !links[at]).sort(byTime)
  }

  const forgetBefore = (time: number): void => {
    for (const [id, at] of known) if (at < time) known.delete(id)
  }

  return {
    /** `reached`: the chains hold what came before. `settled`: to be called when nothing that was found is left. */
    look: async (reached: number) => {
      const now = clock()
      const isFar = now - lookedFarAt >= farLookEachMs
      return {
        entries: await unlinked(reached - (isFar ? lateMs : promptMs)),
        settled: (): void => {
          if (!isFar) return
          lookedFarAt = now
          forgetBefore(now - 2 * lateMs)
        },
      }
    },
    linked: ({ id, at }: PlacedEntry['entry']): void => {
      known.set(id, at)
    },
  }
}
