import type { Collection, Document, FieldType, Json } from '../collection.ts'
import { InvalidDocument } from '../errors.ts'
import { completeEvent } from '../ring.ts'
import { checkJson } from './json.ts'

export const isOfType = (value: unknown, type: FieldType): boolean =>
  typeof value === type && (type !== 'number' || Number.isFinite(value))

/** Declared fields are what is asked for: a wrong type there would never be found again. */
export const checkField = ({ name, fields }: Collection, field: string, value: Json | undefined): void => {
  const type = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (type === undefined || value === undefined || value === null || isOfType(value, type)) return
  throw new InvalidDocument(`${name}.${field} must be a ${type}.`)
}

export const checkId = ({ name }: Collection, id: unknown): void => {
  if (typeof id === 'string' && id !== '' && id.length <= 512) return
  throw new InvalidDocument(`${name}: the id must be a string of 1 to 512 characters.`)
}

export const checkDocument = (collection: Collection, document: Document): void => {
  checkId(collection, document.id)
  checkJson(document, collection.name)
  for (const field of Object.keys(collection.fields)) checkField(collection, field, document[field])
  const { ring } = collection
  const events = ring ? document[ring.field] : undefined
  if (!ring || events === undefined) return
  if (!Array.isArray(events)) throw new InvalidDocument(`${collection.name}.${ring.field} must be a list of events.`)
  for (const event of events) completeEvent(ring, event)
}
