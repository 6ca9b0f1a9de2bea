import type { IdentifierKind } from '#contract/identifier.ts'
import type { ListName } from '#contract/lists.ts'

/** An identifier of the order stands on one of the store's own lists. */
export interface ListHit {
  readonly list: ListName
  readonly kind: IdentifierKind
  readonly item_id: string
}
