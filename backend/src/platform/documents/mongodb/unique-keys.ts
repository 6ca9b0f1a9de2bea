import type { Collection, Document, Index } from '../collection.ts'

/** The name that an error 11000 gives back to us. */
export const uniqueName = ({ fields }: Index): string => `unique_${fields.join('_')}`

export const uniqueIndexes = ({ indexes = [] }: Collection): readonly Index[] => indexes.filter(({ unique }) => unique)

/**
 * One value per unique index. A document without one of the fields takes no part in the index: its own key stands in, which
 * no other has. (A sparse compound index would still hold it, and a partial one is not known to every server.)
 */
export const uniqueKeys = (
  collection: Collection,
  document: Document,
  key: string,
): Readonly<Record<string, string>> | undefined => {
  const indexes = uniqueIndexes(collection)
  if (indexes.length === 0) return undefined
  return Object.fromEntries(
    indexes.map((index) => {
      const values = index.fields.map((field) => document[field] ?? null)
      return [uniqueName(index), values.includes(null) ? `without/${key}` : `with/${JSON.stringify(values)}`]
    }),
  )
}
