import type { Shape } from './shape.ts'
import type { PointerPath, Warnings } from './warnings.ts'

/** Custom inputs beyond these are named and dropped. */
const mostRecordEntries = 100

/** Control characters but tab and line ends, and halves of surrogate pairs: no text that a person typed holds them. */
const unreadable = /[\p{Surrogate}\0-\x08\x0b\x0c\x0e-\x1f\x7f]/u

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

const isNothing = (value: unknown, shape: Shape): boolean =>
  value === undefined || value === '' || (value === null && !(shape.kind === 'value' && shape.nullable))

const isUnreadable = (value: unknown): boolean => typeof value === 'string' && unreadable.test(value)

/**
 * A copy with known fields only. Null and empty text count as not sent, since shops send them for what they do not know;
 * unreadable text is dropped and named. Values of the wrong type stay: the schema finds them. Depth is that of the shape.
 */
export const clean = (value: unknown, shape: Shape, path: PointerPath, warnings: Warnings): unknown => {
  if (shape.kind === 'list' && Array.isArray(value)) {
    return value.map((item, at) => clean(item, shape.item, [...path, at], warnings))
  }
  if (shape.kind === 'object' && isPlain(value)) return cleanObject(value, shape.fields, path, warnings)
  if (shape.kind === 'record' && isPlain(value)) return cleanRecord(value, path, warnings)
  if (!isUnreadable(value)) return value
  warnings.add('INPUT_INVALID', path, 'Control characters or broken Unicode.')
  return undefined
}

/** Most fields are plain values that need no path of their own. */
const cleanField = (value: unknown, shape: Shape, path: PointerPath, name: string, warnings: Warnings): unknown =>
  shape.kind === 'value' && !isUnreadable(value) ? value : clean(value, shape, [...path, name], warnings)

const cleanObject = (
  value: Plain,
  fields: ReadonlyMap<string, Shape>,
  path: PointerPath,
  warnings: Warnings,
): Record<string, unknown> => {
  const kept: Record<string, unknown> = {}
  for (const [name, child] of Object.entries(value)) {
    const shape = fields.get(name)
    if (!shape) warnings.add('INPUT_UNKNOWN', [...path, name])
    else if (!isNothing(child, shape)) kept[name] = cleanField(child, shape, path, name, warnings)
  }
  return kept
}

const inputShape: Shape = { kind: 'value', nullable: false }

const recordKey = /^[a-z][a-z0-9_]{0,59}$/

const cleanRecord = (value: Plain, path: PointerPath, warnings: Warnings): Record<string, unknown> => {
  const kept: Record<string, unknown> = {}
  let entries = 0
  for (const [name, child] of Object.entries(value)) {
    if (isNothing(child, inputShape)) continue
    entries += 1
    const fits = recordKey.test(name) && entries <= mostRecordEntries
    if (fits) kept[name] = cleanField(child, inputShape, path, name, warnings)
    else warnings.add('INPUT_INVALID', [...path, name], `At most ${mostRecordEntries} names like loyalty_tier.`)
  }
  return kept
}
