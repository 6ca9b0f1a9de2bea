import { asJson } from '../../platform/documents/collection.ts'
import { Conflict, type Documents } from '../../platform/documents/port.ts'
import { createCarrier } from '../../platform/identifiers/carrier.ts'
import { versionOf, type Ladder } from '../../platform/vault/ladder.ts'
import { itemKey, keyedOf, listItems, type ListItemDocument } from './collections.ts'

const ifMet = (error: unknown): void => {
  if (!(error instanceof Conflict)) throw error
}

const copyOf = async (scope: Documents, item: ListItemDocument, id: string): Promise<void> => {
  const newer = await scope.get(listItems, id)
  if (!newer) {
    await scope.write({ insert: listItems, document: { ...item, id } }).catch(ifMet)
    return
  }
  // Listed again under the new version meanwhile: that one stands. A copy that was overtaken by a change takes it over.
  if (newer.item !== item.item || newer.revision >= item.revision) return
  const set = Object.fromEntries(
    Object.entries(item).flatMap(([name, value]) =>
      name === 'id' || value === undefined ? [] : [[name, asJson(value)]],
    ),
  )
  await scope.write({ update: listItems, id, changes: { set }, expect: { revision: newer.revision } }).catch(ifMet)
}

/**
 * Under the new version first, then away from the former one, and only as it was copied: what changed in between comes
 * round again. An order asks under both versions, so that it meets the item at every instant.
 */
const climb = async (scope: Documents, item: ListItemDocument, ladder: Ladder): Promise<boolean> => {
  const keyed = keyedOf(item)
  if (versionOf(keyed) >= ladder.newest) return false
  await copyOf(scope, item, itemKey(item.list, item.kind, ladder.carry(keyed)))
  await scope.write({ remove: listItems, id: item.id, expect: { revision: item.revision } }).catch(ifMet)
  return true
}

/** Items of allow, block and watch lists. */
export const createListCarrier = () => createCarrier<ListItemDocument>(listItems, { copy: climb, settle: climb })
