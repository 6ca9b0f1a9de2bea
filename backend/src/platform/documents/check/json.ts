import { InvalidDocument } from '../errors.ts'

/** Deeper than anything we store; MongoDB itself ends at 100. */
const maxDepth = 64

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Refuses what would come back as something else: JSON turns Date, NaN and undefined in lists into other values silently. */
export const checkJson = (value: unknown, path: string, depth = 0): void => {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return
  if (typeof value === 'number') {
    if (Number.isFinite(value)) return
    throw new InvalidDocument(`${path}: ${value} is not a number that JSON knows.`)
  }
  if (typeof value !== 'object') throw new InvalidDocument(`${path}: ${typeof value} is not JSON.`)
  if (depth >= maxDepth) throw new InvalidDocument(`${path}: nested deeper than ${maxDepth}.`)
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) checkJson(value[at], path, depth + 1)
    return
  }
  if (!isPlain(value)) throw new InvalidDocument(`${path}: ${value.constructor.name} is not JSON.`)
  for (const name of Object.keys(value)) {
    const inner: unknown = Reflect.get(value, name)
    if (name.includes('\0')) throw new InvalidDocument(`${path}: a name holds a NUL character.`)
    if (inner !== undefined) checkJson(inner, path, depth + 1)
  }
}
