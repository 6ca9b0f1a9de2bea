import type { Collection, Document } from '../../platform/documents/collection.ts'
import { Conflict, type Documents, type DocumentStore } from '../../platform/documents/port.ts'
import { removeQuietly } from '../../platform/documents/remove-quietly.ts'
import type { Carried, Carrier, CarryWorld } from '../../platform/identifiers/carrier.ts'
import { networkOwner } from '../../platform/vault/key-cabinet.ts'
import type { Ladder } from '../../platform/vault/ladder.ts'
import { networkRows, networkSummaries, rowId, type RowDocument } from './collections.ts'
import { isFormer, newestOf } from './stored-name.ts'
import type { RebuildSummary } from './summaries.ts'

interface Tools {
  readonly network: Documents
  readonly ladder: Ladder
  readonly rebuild: RebuildSummary
}

/** Whoever has news of a row that is being carried writes them into its successor, which begins with what it held. */
const freeze = async (network: Documents, id: string): Promise<RowDocument | undefined> => {
  for (;;) {
    const row = await network.get(networkRows, id)
    if (!row || row.moved === true) return row
    const changes = { set: { moved: true }, inc: { revision: 1 } }
    try {
      await network.write({ update: networkRows, id, changes, expect: { revision: row.revision } })
      return row
    } catch (error) {
      // A fold was first: its news are carried too.
      if (!(error instanceof Conflict)) throw error
    }
  }
}

const insertUnlessThere = async (network: Documents, document: RowDocument): Promise<void> => {
  try {
    await network.write({ insert: networkRows, document })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
  }
}

/** Removed last, so that whatever cuts this off finds the row again and begins anew. */
const carryRow = async ({ network, ladder, rebuild }: Tools, { id, identifier }: RowDocument): Promise<boolean> => {
  if (!isFormer(ladder, identifier)) return false
  const row = await freeze(network, id)
  if (!row) return false
  const { store, gifts, gone_at } = row
  const carried = newestOf(ladder, identifier)
  const document = { id: rowId(carried, store), identifier: carried, store, gifts, gone_at, revision: 1 }
  await insertUnlessThere(network, document)
  await rebuild(ladder, identifier)
  await removeQuietly(network, networkRows, id)
  return true
}

/** By now no row stands under the former name, and its summary says nothing that the newer one does not. */
const settleSummary = async ({ network, ladder, rebuild }: Tools, { id }: Document): Promise<boolean> => {
  if (!isFormer(ladder, id)) return false
  await rebuild(ladder, id)
  await removeQuietly(network, networkSummaries, id)
  return true
}

type Step<T> = (tools: Tools, document: T) => Promise<boolean>

const carrierOf = <T extends Document>(
  from: Collection<T>,
  rebuild: RebuildSummary,
  { copy, settle }: { readonly copy: Step<T>; readonly settle: Step<T> },
): Carrier => {
  const run = async (step: Step<T>, document: T, { documents, ladderOf }: CarryWorld): Promise<boolean> => {
    const ladder = await ladderOf(networkOwner)
    return ladder ? await step({ network: documents.network(), ladder, rebuild }, document) : false
  }
  const carried = (document: T): Carried => ({
    copy: (world) => run(copy, document, world),
    settle: (world) => run(settle, document, world),
  })
  return {
    name: from.name,
    page: async (documents: Pick<DocumentStore, 'network'>, limit, after) => {
      const options = { limit, scan: true, ...(after === null ? {} : { after }) }
      const { items, next } = await documents.network().find(from, {}, options)
      return { items: items.map(carried), next }
    },
  }
}

/** How what the network holds in clear climbs the ladder of its key. */
export const createNetworkCarriers = (rebuild: RebuildSummary): readonly Carrier[] => [
  carrierOf(networkRows, rebuild, { copy: carryRow, settle: carryRow }),
  carrierOf(networkSummaries, rebuild, { copy: () => Promise.resolve(false), settle: settleSummary }),
]
