import type { Collection, FieldType, Index, Ring } from '../collection.ts'

export interface Field {
  readonly name: string
  readonly type: FieldType
}

/** How a collection lies in its table. Rows are read as lists in the order of `columns`. */
export interface Layout {
  readonly collection: Collection
  readonly name: string
  readonly fields: readonly Field[]
  /** Documents with a ring: found by a hash of their id as the row's own key, their events packed into one text. */
  readonly ring: Ring | undefined
  readonly columns: readonly string[]
}

export const quote = (name: string): string => `"${name}"`

/** Before the declared fields in each row: key, id, removed_at. */
export const fieldsFrom = 3

export const layoutOf = (collection: Collection): Layout => {
  const fields = Object.entries(collection.fields).map(([name, type]) => ({ name, type }))
  const names = fields.map(({ name }) => quote(name))
  const { ring } = collection
  const parts = collection.later ? ['body', 'later'] : ['body']
  const columns = ['key', 'id', 'removed_at', ...names, ...parts, ...(ring ? [quote(ring.field)] : [])]
  return { collection, name: collection.name, fields, ring, columns }
}

export const indexName = (collection: Collection, { fields }: Index): string =>
  quote(`${collection.name}__${fields.join('__')}`)
export const idIndexName = ({ name }: Layout): string => quote(`${name}__id`)
