import type { Json } from './collection.ts'
import { InvalidDocument } from './errors.ts'
import type { Changes } from './port.ts'

/** Changes to named values; those to a ring are the engine's, because each keeps rings in its own layout. */
export type ValueChanges = Omit<Changes, 'push' | 'fold'>

const own = (values: Record<string, Json>, name: string): Json | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined

const numberOr = (present: Json | undefined, otherwise: number, name: string): number => {
  if (present === undefined || present === null) return otherwise
  if (typeof present !== 'number') throw new InvalidDocument(`${name} is not a number.`)
  return present
}

const addTo = (present: Json | undefined, values: readonly (string | number)[], atMost: number): Json => {
  const held: readonly Json[] = Array.isArray(present) ? present : []
  const fresh = values.filter((value, at) => !held.includes(value) && values.indexOf(value) === at)
  return [...held, ...fresh].slice(0, Math.max(atMost, held.length))
}

/** Applies changes to values in place. Names were checked: none of them reaches a prototype. */
export const applyChanges = (values: Record<string, Json>, changes: ValueChanges): void => {
  for (const [name, value] of Object.entries(changes.set ?? {})) values[name] = value
  for (const name of changes.unset ?? []) Reflect.deleteProperty(values, name)
  for (const [name, by] of Object.entries(changes.inc ?? {})) values[name] = numberOr(own(values, name), 0, name) + by
  for (const [name, bound] of Object.entries(changes.min ?? {})) {
    values[name] = Math.min(numberOr(own(values, name), bound, name), bound)
  }
  for (const [name, bound] of Object.entries(changes.max ?? {})) {
    values[name] = Math.max(numberOr(own(values, name), bound, name), bound)
  }
  for (const [name, { values: added, atMost }] of Object.entries(changes.addToSet ?? {})) {
    values[name] = addTo(own(values, name), added, atMost)
  }
}
