import { identifierKinds } from '#contract/identifier.ts'
import { listNames } from '#contract/lists.ts'
import type { ChangeFeed } from '../../platform/changes/change-feed.ts'
import { createCached } from '../../platform/changes/cached.ts'
import type { DocumentStore } from '../../platform/documents/port.ts'
import type { Identifiers } from '../../platform/identifiers/identify.ts'
import type { ListHit } from '../../scoring/list-hit.ts'
import { distinctItems, inUseId, itemKey, listItems, listRoom, listsInUse, pairOf } from './collections.ts'
import type { ListDeps } from './deps.ts'

/**
 * Which pairs of list and kind a store ever used, from memory. Whoever uses a pair for the first time writes it down and
 * announces it before the item is stored (`items.ts`), so an order meets the item here at once and in other processes
 * within 2 s. Any other item is read from the database itself and needs no announcement.
 */
export const createPairsInUse = ({
  documents,
  changes,
}: {
  readonly documents: DocumentStore
  readonly changes: ChangeFeed
}) =>
  createCached({
    changes,
    load: async (merchantId): Promise<ReadonlySet<string>> => {
      const stored = await documents.forMerchant(merchantId, listRoom).get(listsInUse, inUseId)
      return new Set(stored?.pairs)
    },
  })
export type PairsInUse = ReturnType<typeof createPairsInUse>

const noHits: readonly ListHit[] = []

/** One read by keys, of those lists that are in use; none at all for a store without lists. */
export const createHitsOf = ({
  documents,
  storeKeys,
  pairsInUse,
}: Pick<ListDeps, 'documents' | 'storeKeys'> & { readonly pairsInUse: PairsInUse }) =>
  async function hitsOf(
    { merchantId }: { readonly merchantId: string },
    identifiers: Identifiers,
  ): Promise<readonly ListHit[]> {
    const pairs = await pairsInUse(merchantId)
    if (pairs.size === 0) return noHits
    const { ladder } = await storeKeys(merchantId)
    const keys: string[] = []
    for (const list of listNames) {
      for (const kind of identifierKinds) {
        const identifier = identifiers[kind]
        if (!identifier || !pairs.has(pairOf(list, kind))) continue
        for (const place of ladder.places(identifier.id)) keys.push(itemKey(list, kind, place))
      }
    }
    if (keys.length === 0) return noHits
    const found = await documents.forMerchant(merchantId, listRoom).getMany(listItems, keys)
    return distinctItems(found).map(({ list, kind, item }) => ({ list, kind, item_id: item }))
  }
