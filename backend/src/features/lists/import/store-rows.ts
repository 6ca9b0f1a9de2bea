import type { Clock } from '../../../platform/clock.ts'
import { Conflict } from '../../../platform/documents/port.ts'
import type { Actor } from '../../audit/service.ts'
import { itemKey, listItems, pairOf } from '../collections.ts'
import type { StoreItems } from '../store-items.ts'
import type { Row } from './read-part.ts'

/** Written side by side; between two goes the event loop serves orders. */
const rowsAtOnce = 250

const keyOfRow = ({ list, kind, place }: Row): string => itemKey(list, kind, place)
const keysOfRow = ({ list, kind, places }: Row): readonly string[] => places.map((place) => itemKey(list, kind, place))

/** The same line twice in one part is one item. */
export const distinct = (rows: readonly Row[]): readonly Row[] => [
  ...new Map(rows.map((row) => [keyOfRow(row), row])).values(),
]

const chunksOf = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))

export const createStoreRows = ({ clock, items }: { readonly clock: Clock; readonly items: StoreItems }) => {
  /** What stands on a list already stays as it is: its reason may be somebody's own words. */
  const storeChunk = async (merchantId: string, actor: Actor, rows: readonly Row[]): Promise<number> => {
    const scope = items.scopeOf(merchantId)
    const found = await scope.getMany(listItems, rows.flatMap(keysOfRow))
    const known = new Set(found.flatMap((item) => (item ? [item.id] : [])))
    const fresh = rows.filter((row) => !keysOfRow(row).some((key) => known.has(key)))
    const results = await Promise.allSettled(
      fresh.map((row) =>
        scope.write({ insert: listItems, document: items.created({ ...row, author: actor }, clock()) }),
      ),
    )
    for (const result of results) {
      if (result.status === 'rejected' && !(result.reason instanceof Conflict)) throw result.reason
    }
    return results.filter(({ status }) => status === 'fulfilled').length
  }

  /** How many are new. */
  return async (merchantId: string, actor: Actor, rows: readonly Row[]): Promise<number> => {
    await items.use(merchantId, new Set(rows.map(({ list, kind }) => pairOf(list, kind))))
    let added = 0
    for (const chunk of chunksOf(rows, rowsAtOnce)) {
      const stored = await storeChunk(merchantId, actor, chunk)
      added += stored
    }
    return added
  }
}
