import type { Collection, Json } from '../collection.ts'
import { InvalidDocument } from '../errors.ts'
import type { Changes } from '../port.ts'
import { completeEvent } from '../ring.ts'
import { checkField } from './document.ts'
import { checkJson } from './json.ts'
import { isPlainName } from './names.ts'

const operators: ReadonlySet<string> = new Set([
  'set',
  'unset',
  'inc',
  'min',
  'max',
  'addToSet',
  'push',
  'fold',
] satisfies (keyof Changes)[])

const checkNumber = (collection: Collection, field: string, value: unknown): void => {
  const isNumber = !Object.hasOwn(collection.fields, field) || collection.fields[field] === 'number'
  if (isNumber && Number.isFinite(value)) return
  throw new InvalidDocument(`${collection.name}.${field}: inc, min and max take numbers.`)
}

const checkSetMembers = (
  collection: Collection,
  field: string,
  { values, atMost }: { readonly values: readonly unknown[]; readonly atMost: number },
): void => {
  const isMember = (value: unknown) => typeof value === 'string' || Number.isFinite(value)
  if (!Object.hasOwn(collection.fields, field) && values.every(isMember) && Number.isInteger(atMost) && atMost > 0)
    return
  throw new InvalidDocument(`${collection.name}.${field}: addToSet takes strings and numbers, and a bound above 0.`)
}

const checkName = ({ name, ring }: Collection, field: string, seen: Set<string>): void => {
  if (!isPlainName(field) || field === 'id') throw new InvalidDocument(`${name}: "${field}" cannot be changed.`)
  if (field === ring?.field) throw new InvalidDocument(`${name}: ${field} is a ring, changed by push and fold only.`)
  if (seen.has(field)) throw new InvalidDocument(`${name}.${field} is changed twice in one write.`)
  seen.add(field)
}

const checkFold = ({ name, ring }: Collection, fold: NonNullable<Changes['fold']>): void => {
  const hasIds = Array.isArray(fold.ids) && fold.ids.every((id) => typeof id === 'string')
  if (!ring || !hasIds || !Number.isFinite(fold.to)) throw new InvalidDocument(`${name}: fold takes ids and a time.`)
}

/** Refuses what one of the engines would read as something else, before anything is written. */
export const checkChanges = (collection: Collection, changes: Changes): void => {
  const { name, ring } = collection
  const seen = new Set<string>()
  const each = <Value>(values: Readonly<Record<string, Value>> = {}, check: (field: string, value: Value) => void) => {
    for (const [field, value] of Object.entries(values)) {
      checkName(collection, field, seen)
      check(field, value)
    }
  }
  for (const operator of Object.keys(changes)) {
    if (!operators.has(operator)) throw new InvalidDocument(`${name}: "${operator}" is not a change.`)
  }
  each<Json>(changes.set, (field, value) => {
    checkJson(value, `${name}.${field}`)
    checkField(collection, field, value)
  })
  for (const field of changes.unset ?? []) checkName(collection, field, seen)
  for (const operator of ['inc', 'min', 'max'] as const) {
    each(changes[operator], (field, value) => checkNumber(collection, field, value))
  }
  each(changes.addToSet, (field, value) => checkSetMembers(collection, field, value))
  if (changes.fold) checkFold(collection, changes.fold)
  if (!changes.push) return
  if (!ring) throw new InvalidDocument(`${name} has no ring to push to.`)
  checkJson(changes.push, `${name}.${ring.field}`)
  completeEvent(ring, changes.push)
}
