import type { Document, Json } from '../collection.ts'
import type { Value } from '../check/where.ts'
import type { Body, BodyCodec, Values } from './body.ts'
import { fieldsFrom, type Field, type Layout } from './layout.ts'
import { readRing, writeRing, type RingText } from './ring-text.ts'
import type { RingEvent } from '../ring.ts'
import type { Tenant } from './tenants.ts'

export type Cell = string | number | null
export type RowKey = number | bigint

/** What a document becomes: a cell per declared field, the rest as body (in two parts where declared), events as text. */
export interface Content {
  readonly cells: Cell[]
  readonly body: Body
  readonly later: Body
  readonly events: RingText | null
}
export interface Row extends Content {
  readonly key: RowKey
  readonly id: string
  /** Set on a tombstone: the document is gone, and late followers must not raise it. */
  readonly removedAt: number | null
}
export type RawRow = readonly (string | number | bigint | Uint8Array | null)[]

export const adaptRow = ({ collection, fields, ring }: Layout, raw: RawRow): Row => {
  const bodyAt = fieldsFrom + fields.length
  const ringAt = bodyAt + (collection.later ? 2 : 1)
  return {
    key: raw[0] as RowKey,
    id: raw[1] as string,
    removedAt: raw[2] as number | null,
    cells: raw.slice(fieldsFrom, bodyAt) as Cell[],
    body: raw[bodyAt] as Body,
    later: collection.later ? (raw[bodyAt + 1] as Body) : null,
    events: ring ? (raw[ringAt] as RingText | null) : null,
  }
}

export const toCell = (value: Json | undefined): Cell => {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'string' || typeof value === 'number' ? value : null
}
export const fromCell = ({ type }: Field, cell: Cell): Value | null =>
  type === 'boolean' && cell !== null ? cell === 1 : cell

/** No prototype, so that a field called __proto__ is a field like others. */
export const createValues = (): Values => Object.create(null) as Values

export const splitDocument = ({ collection, fields, ring }: Layout, document: Document) => {
  const rest = createValues()
  const later = createValues()
  for (const name of Object.keys(document)) {
    const value = document[name]
    // A declared field that is null stays in the body: its cell cannot tell null from missing.
    const hasCell = value !== null && Object.hasOwn(collection.fields, name)
    if (value === undefined || name === 'id' || name === ring?.field || hasCell) continue
    if (collection.later?.includes(name)) later[name] = value
    else rest[name] = value
  }
  return { cells: fields.map(({ name }) => toCell(document[name])), rest, later }
}

export const toContent = (layout: Layout, codec: BodyCodec, tenant: Tenant, document: Document): Content => {
  const { cells, rest, later } = splitDocument(layout, document)
  const { ring } = layout
  const events = ring ? ((document[ring.field] ?? []) as readonly RingEvent[]) : []
  return {
    cells,
    body: codec.write(tenant, document.id, rest),
    later: codec.writeLater(tenant, document.id, later),
    events: ring && events.length > 0 ? writeRing(ring, events) : null,
  }
}

export const toDocument = (layout: Layout, codec: BodyCodec, tenant: Tenant, row: Row): Document => {
  const values = codec.read(tenant, row.id, row.body)
  if (row.later !== null) Object.assign(values, codec.readLater(tenant, row.id, row.later))
  values['id'] = row.id
  layout.fields.forEach((field, at) => {
    const cell = row.cells[at]
    if (cell !== null && cell !== undefined) values[field.name] = fromCell(field, cell)
  })
  if (layout.ring && row.events !== null) values[layout.ring.field] = readRing(layout.ring, row.events)
  return values as Document
}

export const valueOfRow =
  ({ fields }: Layout, row: Row) =>
  (name: string): Value | null => {
    if (name === 'id') return row.id
    const at = fields.findIndex((field) => field.name === name)
    const field = fields[at]
    return field ? fromCell(field, row.cells[at] ?? null) : null
  }
