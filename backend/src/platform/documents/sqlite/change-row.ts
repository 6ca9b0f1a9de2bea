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

interface CellChanges {
  readonly named: ReadonlySet<string>
  readonly changes: Part
}
interface Parts {
  readonly cells?: CellChanges
  readonly body?: Part
  readonly later?: Part
}

const namesIn = (part: Part): ReadonlySet<string> =>
  new Set(Object.values(part).flatMap((values) => (Array.isArray(values) ? values : Object.keys(values))))

/** What falls to the cells, and what to the body's parts. null and unset concern both (see splitDocument). */
const splitChanges = ({ fields, later: laterFields = [] }: Collection, changes: Changes): Parts => {
  const cells: Part = {}
  const body: Part = {}
  const later: Part = {}
  for (const operator of operators) {
    const values: Readonly<Record<string, unknown>> = changes[operator] ?? {}
    for (const name of Object.keys(values)) {
      const hasCell = Object.hasOwn(fields, name)
      if (hasCell) put(cells, operator, name, values[name])
      if (!hasCell || values[name] === null) {
        put(laterFields.includes(name) ? later : body, operator, name, values[name])
      }
    }
  }
  if (changes.unset) {
    body['unset'] = [...changes.unset]
    if (laterFields.length > 0) later['unset'] = body['unset']
    cells['unset'] = changes.unset.filter((name) => Object.hasOwn(fields, name))
  }
  const isTouched = (part: Part) => Object.keys(part).length > 0
  return {
    ...(isTouched(cells) ? { cells: { named: namesIn(cells), changes: cells } } : {}),
    ...(isTouched(body) ? { body } : {}),
    ...(isTouched(later) ? { later } : {}),
  }
}

/** An order pushes one event into many profiles: its changes are taken apart once. */
const createSplit = () => {
  const split = new WeakMap<Changes, { readonly collection: Collection; readonly parts: Parts }>()
  return (collection: Collection, changes: Changes): Parts => {
    const known = split.get(changes)
    if (known?.collection === collection) return known.parts
    const parts = splitChanges(collection, changes)
    split.set(changes, { collection, parts })
    return parts
  }
}
const splitOnce = createSplit()

/** The usual follower pushes an event and touches nothing else. */
const isPushAlone = (changes: Changes): boolean => {
  for (const operator in changes) if (operator !== 'push') return false
  return true
}

/** Only what is named is looked at. */
const changeCells = ({ layout }: Table, cells: Content['cells'], { named, changes }: CellChanges): Content['cells'] => {
  const values = createValues()
  const concerned = layout.fields.flatMap((field, at) => (named.has(field.name) ? [{ field, at }] : []))
  for (const { field, at } of concerned) {
    const value = fromCell(field, cells[at] ?? null)
    if (value !== null) values[field.name] = value
  }
  applyChanges(values, changes)
  const changed = [...cells]
  for (const { field, at } of concerned) changed[at] = toCell(values[field.name])
  return changed
}

const changeBody = ({ codec }: Table, tenant: Tenant, id: string, body: Body, changes: ValueChanges): Body => {
  const values = codec.read(tenant, id, body)
  applyChanges(values, changes)
  return codec.write(tenant, id, values)
}

const changeLater = ({ codec }: Table, tenant: Tenant, id: string, body: Body, changes: ValueChanges): Body => {
  const values = body === null ? createValues() : codec.readLater(tenant, id, body)
  applyChanges(values, changes)
  return codec.writeLater(tenant, id, values)
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
  const { cells, body, later } = splitOnce(table.layout.collection, asked)
  return {
    cells: cells ? changeCells(table, content.cells, cells) : content.cells,
    body: body ? changeBody(table, tenant, id, content.body, body) : content.body,
    later: later ? changeLater(table, tenant, id, content.later, later) : content.later,
    events: changeEvents(table, content, changes, latePush),
  }
}
