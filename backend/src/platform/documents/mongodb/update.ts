import type { Collection, Json } from '../collection.ts'
import type { Changes } from '../port.ts'
import { completeEvent } from '../ring.ts'
import { encodeEvent } from './codec.ts'
import type { Filter, Update } from './stored.ts'
import { uniqueIndexes } from './unique-keys.ts'
import { encodeValue } from './values.ts'

/** One update that the server carries out by itself, on the documents for which the guards hold. */
export interface NativeUpdate {
  readonly guards: readonly Filter[]
  readonly update: Update
}

const bsonNull = 10

const changedNames = ({ set, unset, inc, min, max, addToSet }: Changes): string[] => [
  ...[set, inc, min, max, addToSet].flatMap((changes) => Object.keys(changes ?? {})),
  ...(unset ?? []),
]

/** Inside a sealed body no operator reaches; a unique key is made of several fields; both are read, changed and put back. */
const isNative = (collection: Collection, changes: Changes): boolean => {
  const names = changedNames(changes)
  const unique = new Set(uniqueIndexes(collection).flatMap(({ fields }) => fields))
  const isReachable = (name: string) => collection.sealed !== true || Object.hasOwn(collection.fields, name)
  const expiryIsPlain = collection.expires === undefined || !Object.hasOwn(changes.inc ?? {}, collection.expires)
  return expiryIsPlain && names.every((name) => isReachable(name) && !unique.has(name))
}

type Group = Record<string, unknown>
const isEmpty = (group: Group): boolean => Object.keys(group).length === 0
const withoutEmpty = (groups: Record<string, Group>): Update =>
  Object.fromEntries(Object.entries(groups).filter(([, group]) => !isEmpty(group)))

/** The date beside the declared number, which TTL indexes want. */
const expiryGroup = ({ expires }: Collection, numbers: Readonly<Record<string, Json>> = {}): Group => {
  const at = expires === undefined ? undefined : numbers[expires]
  return typeof at === 'number' ? { x: new Date(at) } : {}
}

const endsExpiry = ({ expires }: Collection, { set, unset }: Changes): boolean =>
  expires !== undefined && (unset?.includes(expires) === true || set?.[expires] === null)

/**
 * The changes as operators of the server, or undefined where it cannot be done that way. Each change that depends on what
 * is there has a guard: where it does not hold (null where a number should be, a set near its bound, an event that is
 * there already), nothing is written and the slower way decides.
 */
export const nativeUpdate = (collection: Collection, changes: Changes): NativeUpdate | undefined => {
  if (!isNative(collection, changes)) return undefined
  const { ring, fields } = collection
  const pathOf = (name: string) => (Object.hasOwn(fields, name) ? `f.${name}` : `b.${name}`)
  const mapped = <Value>(values: Readonly<Record<string, Value>> = {}, map: (value: Value) => unknown): Group =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [pathOf(name), map(value)]))
  const asIs = (value: number) => value

  const guards: Filter[] = []
  for (const name of [changes.inc, changes.min, changes.max].flatMap((group) => Object.keys(group ?? {}))) {
    guards.push({ [pathOf(name)]: { $not: { $type: bsonNull } } })
  }
  for (const [name, { values, atMost }] of Object.entries(changes.addToSet ?? {})) {
    if (values.length > atMost) return undefined
    guards.push({ [`${pathOf(name)}.${atMost - values.length}`]: { $exists: false } })
  }

  const push: Group = {}
  const pull: Group = {}
  const folded: Group = {}
  if (ring && changes.push) {
    const event = encodeEvent(collection, completeEvent(ring, changes.push))
    guards.push({ 'r.i': { $ne: event.i } }, { [pathOf(ring.foldedTo)]: { $not: { $gte: event.t } } })
    push['r'] = { $each: [event], $sort: { t: 1, i: 1 }, $slice: -ring.keep }
  }
  if (ring && changes.fold) {
    if (changes.push || changedNames(changes).includes(ring.foldedTo)) return undefined
    pull['r'] = { i: { $in: changes.fold.ids } }
    folded[pathOf(ring.foldedTo)] = changes.fold.to
    guards.push({ [pathOf(ring.foldedTo)]: { $not: { $type: bsonNull } } })
  }

  const update = withoutEmpty({
    $set: { ...mapped(changes.set, encodeValue), ...expiryGroup(collection, changes.set) },
    $unset: {
      ...Object.fromEntries((changes.unset ?? []).map((name) => [pathOf(name), ''])),
      ...(endsExpiry(collection, changes) ? { x: '' } : {}),
    },
    $inc: { ...mapped(changes.inc, asIs), v: 1 },
    $min: { ...mapped(changes.min, asIs), ...expiryGroup(collection, changes.min) },
    $max: { ...mapped(changes.max, asIs), ...expiryGroup(collection, changes.max), ...folded },
    $addToSet: mapped(changes.addToSet, ({ values }) => ({ $each: values.map(encodeValue) })),
    $push: push,
    $pull: pull,
  })
  return { guards, update }
}
