import type { Collection, Document } from '../documents/collection.ts'
import type { Documents, DocumentStore, Mode } from '../documents/port.ts'
import type { Ladder } from '../vault/ladder.ts'

/** One document of a store that may stand under a former version of its identifier key. */
export interface Carried {
  readonly merchantId: string
  readonly mode: Mode
  /** Its newest version stands beside it afterwards. Doing it twice changes nothing. */
  copy(scope: Documents, ladder: Ladder): Promise<boolean>
  /** What the newest version replaced goes; what came in late is copied before. */
  settle(scope: Documents, ladder: Ladder): Promise<boolean>
}

/** A collection that holds identifiers in clear, and how one of its documents climbs the ladder. True: something was done. */
export interface Carrier {
  readonly name: string
  page(
    documents: Pick<DocumentStore, 'acrossMerchants'>,
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
      items: items.map(({ merchantId, mode, document }) => ({
        merchantId,
        mode,
        copy: (scope, ladder) => copy(scope, document, ladder),
        settle: (scope, ladder) => settle(scope, document, ladder),
      })),
      next,
    }
  },
})
