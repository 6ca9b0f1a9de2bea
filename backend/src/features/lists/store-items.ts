import type { IdentifierKind } from '#contract/identifier.ts'
import type { ListName } from '#contract/lists.ts'
import { Conflict, type Documents, type Follower } from '../../platform/documents/port.ts'
import { createId } from '../../platform/ids.ts'
import { versionOf } from '../../platform/vault/ladder.ts'
import type { Actor } from '../audit/service.ts'
import {
  inUseId,
  itemKey,
  keyedOf,
  listItems,
  listRoom,
  listsInUse,
  pairOf,
  type ListItemDocument,
} from './collections.ts'
import type { ListDeps } from './deps.ts'
import type { PairsInUse } from './hits.ts'
import { itemEvent } from './list-event.ts'
import type { NamedIdentifier } from './name-identifier.ts'

/** What is to stand on a list. */
export interface Draft extends NamedIdentifier {
  readonly list: ListName
  readonly kind: IdentifierKind
  readonly reason: string | null
  readonly expiresAt: number | null
  readonly author: Actor
}

export interface Stored {
  readonly item: ListItemDocument
  readonly was: 'added' | 'changed' | 'unchanged'
}

const pairsAtMost = 64
/** Two people at the same item: the later one meets what the earlier one wrote. */
const tries = 4

const created = (draft: Draft, now: number): ListItemDocument => ({
  id: itemKey(draft.list, draft.kind, draft.place),
  item: createId('lst', now),
  list: draft.list,
  kind: draft.kind,
  hint: draft.hint,
  reason: draft.reason,
  author: draft.author,
  created_at: now,
  updated_at: now,
  ...(draft.expiresAt === null ? {} : { expires_at: draft.expiresAt }),
  hits_live: 0,
  hits_test: 0,
  revision: 1,
})

export const isSame = (item: ListItemDocument, { reason, expiresAt, hint }: Draft): boolean =>
  item.reason === reason && (item.expires_at ?? null) === expiresAt && (hint === null || item.hint === hint)

const findDraft = async (scope: Documents, { list, kind, places }: Draft): Promise<ListItemDocument | undefined> => {
  const found = await scope.getMany(
    listItems,
    places.map((place) => itemKey(list, kind, place)),
  )
  return found.find((item) => item !== undefined)
}

export const createStoreItems = ({
  documents,
  changes,
  clock,
  pairsInUse,
}: Pick<ListDeps, 'documents' | 'changes' | 'clock'> & { readonly pairsInUse: PairsInUse }) => {
  const scopeOf = (merchantId: string): Documents => documents.forMerchant(merchantId, listRoom)

  /** Before an item of a new pair is stored, so that no process can still believe that there is nothing to ask for. */
  const use = async (merchantId: string, pairs: ReadonlySet<string>): Promise<void> => {
    const known = await pairsInUse(merchantId)
    const fresh = [...pairs].filter((pair) => !known.has(pair))
    if (fresh.length === 0) return
    const addToSet = { pairs: { values: fresh, atMost: pairsAtMost } }
    await scopeOf(merchantId).write({
      upsert: listsInUse,
      id: inUseId,
      create: { id: inUseId },
      changes: { addToSet },
    })
    await changes.announce()
  }

  const byItem = async (merchantId: string, item: string): Promise<ListItemDocument | undefined> => {
    const { items } = await scopeOf(merchantId).find(listItems, { item }, { limit: 4 })
    return [...items].sort((one, other) => versionOf(keyedOf(other)) - versionOf(keyedOf(one)))[0]
  }

  const change = async (scope: Documents, found: ListItemDocument, draft: Draft, followers: readonly Follower[]) => {
    const { reason, expiresAt, author } = draft
    const set = {
      reason,
      author,
      updated_at: clock(),
      ...(found.hint === null && draft.hint !== null ? { hint: draft.hint } : {}),
      ...(expiresAt === null ? {} : { expires_at: expiresAt }),
    }
    const changes = { set, ...(expiresAt === null && { unset: ['expires_at'] }), inc: { revision: 1 } }
    const expect = { revision: found.revision }
    await scope.write({ update: listItems, id: found.id, changes, expect }, followers)
  }

  const storeOnce = async (scope: Documents, draft: Draft, followers: readonly Follower[]): Promise<Stored['was']> => {
    const found = await findDraft(scope, draft)
    if (!found) {
      const document = created(draft, clock())
      await scope.write({ insert: listItems, document }, [...followers, itemEvent(document, 'added', clock())])
      return 'added'
    }
    if (isSame(found, draft)) return 'unchanged'
    await change(scope, found, draft, [...followers, itemEvent(found, 'changed', clock())])
    return 'changed'
  }

  return {
    scopeOf,
    byItem,
    use,
    async store(merchantId: string, draft: Draft, followers: readonly Follower[]): Promise<Stored> {
      await use(merchantId, new Set([pairOf(draft.list, draft.kind)]))
      const scope = scopeOf(merchantId)
      for (let round = 1; ; round += 1) {
        try {
          const was = await storeOnce(scope, draft, followers)
          const item = await findDraft(scope, draft)
          if (item) return { item, was }
        } catch (error) {
          if (!(error instanceof Conflict) || round === tries) throw error
        }
      }
    },
    created,
  }
}
export type StoreItems = ReturnType<typeof createStoreItems>
