import type { Collection, Document } from '../documents/collection.ts'
import type { Documents, DocumentStore } from '../documents/port.ts'
import type { Ladder } from '../vault/ladder.ts'

export interface CarryWorld {
  readonly documents: DocumentStore
  /** undefined: the keys of this merchant, or of the network, are not under rotation. */
  readonly ladderOf: (owner: string) => Promise<Ladder | undefined>
}

/** One document that may stand under a former version of an identifier key. */
export interface Carried {
  /** Its newest version stands beside it afterwards. Doing it twice changes nothing. */
  copy(world: CarryWorld): Promise<boolean>
  /** What the newest version replaced goes; what came in late is copied before. */
  settle(world: CarryWorld): Promise<boolean>
}

/** A collection that holds identifiers in clear, and how one of its documents climbs the ladder. True: something was done. */
export interface Carrier {
  readonly name: string
  page(
    documents: DocumentStore,
    limit: number,
    after: string | null,
  ): Promise<{ readonly items: readonly Carried[]; readonly next: string | null }>
}

type Step<T> = (scope: Documents, document: T, ladder: Ladder) => Promise<boolean>

export const createCarrier = <T extends Document>(
  collection: Collection<T>,
  { copy, settle }: { readonly copy: Step<T>; readonly settle: Step<T> },
): Carrier => ({
  name: collection.name,
  page: async (documents, limit, after) => {
    const options = { limit, scan: true, ...(after === null ? {} : { after }) }
    const { items, next } = await documents.acrossMerchants('identifiers.rotate', collection, {}, options)
    return {
      items: items.map(({ merchantId, mode, document }) => {
        const run = async (step: Step<T>, world: CarryWorld): Promise<boolean> => {
          const ladder = await world.ladderOf(merchantId)
          return ladder ? await step(world.documents.forMerchant(merchantId, mode), document, ladder) : false
        }
        return { copy: (world) => run(copy, world), settle: (world) => run(settle, world) }
      }),
      next,
    }
  },
})
