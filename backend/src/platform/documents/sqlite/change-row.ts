import { applyChanges, type ValueChanges } from '../apply-changes.ts'
import type { Collection } from '../collection.ts'
import type { Changes } from '../port.ts'
import type { RingEvent } from '../ring.ts'
import type { Body } from './body.ts'
import { createValues, fromCell, toCell, type Content } from './row.ts'
import { foldEvents, isFoldedAway, pushEvent } from './ring-text.ts'
import type { Table } from './table.ts'
import type { Tenant } from './tenants.ts'

type Part = Record<string, Record<string, unknown> | string[]>

const operators = ['set', 'inc', 'min', 'max', 'addToSet'] as const

const put = (part: Part, operator: string, name: string, value: unknown): void => {
  const values = part[operator] ?? {}
  if (!Array.isArray(values)) values[name] = value
  part[operator] = values
}

/** What falls to the cells, and what to the body. null and unset concern both (see splitDocument). */
const splitChanges = ({ fields }: Collection, changes: Changes): { readonly cells?: Part; readonly body?: Part } => {
  const cells: Part = {}
  const body: Part = {}
  for (const operator of operators) {
    const values: Readonly<Record<string, unknown>> = changes[operator] ?? {}
    for (const name of Object.keys(values)) {
      const hasCell = Object.hasOwn(fields, name)
      if (hasCell) put(cells, operator, name, values[name])
      if (!hasCell || values[name] === null) put(body, operator, name, values[name])
    }
  }
  if (changes.unset) {
    body['unset'] = [...changes.unset]
    cells['unset'] = changes.unset.filter((name) => Object.hasOwn(fields, name))
  }
  const isTouched = (part: Part) => Object.keys(part).length > 0
  return { ...(isTouched(cells) ? { cells } : {}), ...(isTouched(body) ? { body } : {}) }
}

/** The usual follower pushes an event and touches nothing else. */
const isPushAlone = (changes: Changes): boolean => {
  for (const operator in changes) if (operator !== 'push') return false
  return true
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
  if (isPushAlone(changes)) return { ...content, events: changeEvents(table, content, changes, latePush) }
  const asked = withFoldedTo(table.layout, changes)
  const { cells, body } = splitChanges(table.layout.collection, asked)
  return {
    cells: cells ? changeCells(table, content.cells, cells) : content.cells,
    body: body ? changeBody(table, tenant, id, content.body, body) : content.body,
    events: changeEvents(table, content, changes, latePush),
  }
}
