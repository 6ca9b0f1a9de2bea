/** What a document may hold: JSON, nothing else. Times are epoch milliseconds or ISO strings. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined }

/** For values that are JSON by their make, where interfaces of other rooms keep the compiler from seeing it. */
export const asJson = (value: unknown): Json => value as Json

export interface Document {
  readonly id: string
  readonly [name: string]: Json | undefined
}

/** Fields that can be asked for. They are kept in clear (keyed hashes, times, levels, amounts), also in sealed collections. */
export type FieldType = 'string' | 'number' | 'boolean'

export interface Index {
  readonly fields: readonly string[]
  readonly unique?: boolean
  /** Documents without the first field are left out, so a unique sparse index allows many of them. */
  readonly sparse?: boolean
  /** Jobs ask by it for everybody's documents: an engine whose indexes begin with the merchant keeps a second one. */
  readonly acrossMerchants?: boolean
}

/** A bounded list of events inside a document, pushed by id: the same id twice is one event. */
export interface Ring {
  readonly field: string
  /** Fields of an event, in stored order. The first is its id, the second its time in milliseconds. */
  readonly columns: readonly [id: string, at: string, ...rest: string[]]
  readonly keep: number
  /** Field with the time up to which events were folded away; a push from before it does nothing and is counted. */
  readonly foldedTo: string
}

export interface Collection<T extends Document = Document> {
  readonly name: string
  /** merchant: only through forMerchant(id, mode). operator: installation-wide. network: shared signals. */
  readonly scope: 'merchant' | 'operator' | 'network'
  /** Bodies (all but the fields named here) are encrypted under the merchant's own key. */
  readonly sealed?: boolean
  /**
   * Undeclared fields that come with a later write. An engine may keep them in a part of their own, so that adding them
   * neither opens nor seals the rest again.
   */
  readonly later?: readonly string[]
  readonly fields: Readonly<Record<string, FieldType>>
  readonly indexes?: readonly Index[]
  /** Name of a number field holding the epoch milliseconds after which the document is invisible, and later removed. */
  readonly expires?: string
  readonly ring?: Ring
  /** Inserts only; update and remove are refused by the database itself. */
  readonly appendOnly?: boolean
  /** Never set: carries the document's type for inference. */
  readonly type?: T
}

export const collection = <T extends Document>(declaration: Omit<Collection<T>, 'type'>): Collection<T> => declaration
