import type { PointerPath } from './warnings.ts'

const childOf = (value: unknown, step: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Readonly<Record<string | number, unknown>>)[step]
    : undefined

export const valueAt = (from: unknown, path: PointerPath): unknown => path.reduce(childOf, from)

/** Takes one value out of a copy of our own. A line of a list becomes an empty line, so that the others keep their place. */
export const remove = (from: unknown, path: PointerPath): void => {
  const last = path.at(-1)
  const parent = valueAt(from, path.slice(0, -1))
  if (last === undefined || typeof parent !== 'object' || parent === null) return
  if (Array.isArray(parent) && typeof last === 'number') parent[last] = {}
  else Reflect.deleteProperty(parent, last)
}
