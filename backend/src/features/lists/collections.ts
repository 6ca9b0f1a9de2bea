import type { IdentifierKind } from '#contract/identifier.ts'
import type { ListLineProblem, ListName } from '#contract/lists.ts'
import { collection, type Document } from '../../platform/documents/collection.ts'
import type { Actor } from '../audit/service.ts'

/** Lists are shared by test and live: their documents stand in this room of the store, whichever mode asks. */
export const listRoom = 'live'

/**
 * One identifier on one list. Its id is list, kind and keyed identifier, so that an order finds its items by key. What a
 * person wrote is sealed; the value itself was never here.
 */
export interface ListItemDocument extends Document {
  /** The id the world knows: it outlives a rotation of the identifier key. */
  readonly item: string
  readonly list: ListName
  readonly kind: IdentifierKind
  readonly hint: string | null
  readonly reason: string | null
  readonly author: Actor
  readonly created_at: number
  readonly updated_at: number
  readonly expires_at?: number | null
  readonly hits_live: number
  readonly hits_test: number
  readonly last_hit_live?: number
  readonly last_hit_test?: number
  /** Assessments of the last fold that counted here: after a crash the same entries come again. */
  readonly counted_live?: readonly string[]
  readonly counted_test?: readonly string[]
  readonly revision: number
}
export const listItems = collection<ListItemDocument>({
  name: 'list_items',
  scope: 'merchant',
  sealed: true,
  fields: {
    item: 'string',
    list: 'string',
    kind: 'string',
    created_at: 'number',
    expires_at: 'number',
    hits_live: 'number',
    hits_test: 'number',
    last_hit_live: 'number',
    last_hit_test: 'number',
    revision: 'number',
  },
  indexes: [
    // Not unique: while keys are rotated an item may stand under two versions for an instant.
    { fields: ['item'] },
    { fields: ['created_at'] },
    { fields: ['list', 'created_at'] },
    { fields: ['kind', 'created_at'] },
    { fields: ['list', 'kind', 'created_at'] },
  ],
  expires: 'expires_at',
})

export const itemKey = (list: ListName, kind: IdentifierKind, keyed: string): string => `${list}:${kind}:${keyed}`
export const keyedOf = ({ id }: Pick<ListItemDocument, 'id'>): string => id.slice(id.lastIndexOf(':') + 1)

/** Newest version first; a copy that a rotation has not yet removed is the same item. */
export const distinctItems = (found: readonly (ListItemDocument | undefined)[]): readonly ListItemDocument[] => {
  const byItem = new Map<string, ListItemDocument>()
  for (const item of found) if (item && !byItem.has(item.item)) byItem.set(item.item, item)
  return [...byItem.values()]
}

/** Which pairs of list and kind were ever used, as `block:email`. It only grows: an order asks for nothing else. */
export interface ListsInUseDocument extends Document {
  readonly pairs?: readonly string[]
}
export const listsInUse = collection<ListsInUseDocument>({ name: 'lists_in_use', scope: 'merchant', fields: {} })
export const inUseId = 'lists'
export const pairOf = (list: ListName, kind: IdentifierKind): string => `${list}:${kind}`

/** How far a file came. Numbers and line numbers only: no line of it is kept. */
export interface ListImportDocument extends Document {
  readonly name: string
  readonly author: Actor
  /** For files without these columns. */
  readonly list: ListName | null
  readonly kind: IdentifierKind | null
  readonly state: 'open' | 'done'
  readonly rows_total: number | null
  readonly rows_done: number
  readonly added: number
  readonly unchanged: number
  readonly refused: number
  readonly next_line: number
  readonly problems: readonly ListLineProblem[]
  readonly created_at: number
  readonly gone_at: number
  readonly revision: number
}
export const listImports = collection<ListImportDocument>({
  name: 'list_imports',
  scope: 'merchant',
  sealed: true,
  fields: { created_at: 'number', gone_at: 'number', revision: 'number' },
  expires: 'gone_at',
})
