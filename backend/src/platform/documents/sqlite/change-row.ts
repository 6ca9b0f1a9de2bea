import { applyChanges, type ValueChanges } from '../apply-changes.ts'
import type { Collection } from '../collection.ts'
import type { Changes } from '../port.ts'
import type { RingEvent } from '../ring.ts'
import type { Body } from './body.ts'
import { createValues, fromCell, toCell, type Content } from './row.ts'
import { foldEvents, isFoldedAway, pushEvent } from './ring-text.ts'
import type { Table } from './table.ts'
import type { Tenant } from './tenants.ts'

const named = ['set', 'inc', 'min', 'max', 'addToSet'] as const

/** The part of the changes that falls to the cells, or to the body. null and unset concern both (see splitDocument). */
const partOf = ({ fields }: Collection, changes: Changes, part: 'cells' | 'body'): ValueChanges | undefined => {
  const isMine = ([name, value]: readonly [string, unknown]) => {
    const hasCell = Object.hasOwn(fields, name)
    return part === 'cells' ? hasCell : !hasCell || value === null
  }
  const mine: Record<string, unknown> = {}
  for (const operator of named) {
    const picked = Object.entries<unknown>(changes[operator] ?? {}).filter(isMine)
    if (picked.length > 0) mine[operator] = Object.fromEntries(picked)
  }
  const unset = (changes.unset ?? []).filter((name) => part === 'body' || Object.hasOwn(fields, name))
  if (unset.length > 0) mine['unset'] = unset
  return Object.keys(mine).length > 0 ? mine : undefined
}

const changeCells = ({ layout }: Table, cells: Content['cells'], changes: ValueChanges): Content['cells'] => {
  const values = createValues()
  layout.fields.forEach((field, at) => {
    const value = fromCell(field, cells[at] ?? null)
    if (value !== null) values[field.name] = value
  })
  applyChanges(values, changes)
  return layout.fields.map(({ name }) => toCell(values[name]))
}

const changeBody = ({ codec }: Table, tenant: Tenant, id: string, body: Body, changes: ValueChanges): Body => {
  const values = codec.read(tenant, id, body)
  applyChanges(values, changes)
  return codec.write(tenant, id, values)
}

const changeEvents = (
  { layout: { ring, collection } }: Table,
  content: Content,
  changes: Changes,
  latePush: (name: string) => void,
) => {
  if (!ring) return content.events
  const foldedToAt = Object.keys(collection.fields).indexOf(ring.foldedTo)
  let { events } = content
  if (changes.fold) events = foldEvents(ring, events, changes.fold.ids)
  if (!changes.push) return events
  const event: RingEvent = changes.push
  if (!isFoldedAway(ring, event, content.cells[foldedToAt])) return pushEvent(ring, events, event)
  latePush(collection.name)
  return events
}

/** Folding moves a declared field, as any change of one does. */
const withFoldedTo = ({ ring }: Table['layout'], changes: Changes): Changes =>
  ring && changes.fold ? { ...changes, max: { ...changes.max, [ring.foldedTo]: changes.fold.to } } : changes

/** The row as the changes leave it. Parts they do not touch stay the same values: bodies are opened only when they change. */
export const changeRow = (
  table: Table,
  tenant: Tenant,
  id: string,
  content: Content,
  changes: Changes,
  latePush: (collection: string) => void,
): Content => {
  const asked = withFoldedTo(table.layout, changes)
  const forCells = partOf(table.layout.collection, asked, 'cells')
  const forBody = partOf(table.layout.collection, asked, 'body')
  return {
    cells: forCells ? changeCells(table, content.cells, forCells) : content.cells,
    body: forBody ? changeBody(table, tenant, id, content.body, forBody) : content.body,
    events: changeEvents(table, content, changes, latePush),
  }
}
