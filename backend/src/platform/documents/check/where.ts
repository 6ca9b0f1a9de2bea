import type { Collection, FieldType } from '../collection.ts'
import { InvalidQuery } from '../errors.ts'
import type { Condition, Where } from '../port.ts'
import { isOfType } from './document.ts'

export type Value = string | number | boolean
export type RangeOperator = 'gt' | 'gte' | 'lt' | 'lte'

/** A filter in the one form that engines translate: whatever is not one of these was refused. */
export type Test =
  | { readonly field: string; readonly kind: 'equal'; readonly value: Value | null }
  | { readonly field: string; readonly kind: 'in'; readonly values: readonly Value[] }
  | {
      readonly field: string
      readonly kind: 'range'
      readonly bounds: readonly (readonly [operator: RangeOperator, value: Value])[]
    }

const rangeOperators: ReadonlySet<string> = new Set(['gt', 'gte', 'lt', 'lte'] satisfies RangeOperator[])
const isRangeOperator = (name: string): name is RangeOperator => rangeOperators.has(name)

export const typeOfField = ({ name, fields }: Collection, field: string): FieldType => {
  if (field === 'id') return 'string'
  const type = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (type === undefined) throw new InvalidQuery(`${name}: "${field}" is not a declared field.`)
  return type
}

const parseCondition = (collection: Collection, field: string, condition: unknown): Test => {
  const type = typeOfField(collection, field)
  const wrong = (what: string) => new InvalidQuery(`${collection.name}.${field}: ${what}`)
  const valueOf = (value: unknown): Value => {
    if (isOfType(value, type)) return value as Value
    throw wrong(`is compared with a ${typeof value}, but it is a ${type}.`)
  }
  if (condition === null) return { field, kind: 'equal', value: null }
  if (typeof condition !== 'object') return { field, kind: 'equal', value: valueOf(condition) }
  const entries: [string, unknown][] = Object.entries(condition)
  const [first, ...others] = entries
  if (!first) throw wrong('has an empty condition.')
  if (first[0] === 'in') {
    if (others.length > 0 || !Array.isArray(first[1])) throw wrong('`in` takes one list and stands alone.')
    return { field, kind: 'in', values: first[1].map(valueOf) }
  }
  const bounds = entries
    .filter(([, bound]) => bound !== undefined)
    .map(([operator, bound]) => {
      if (!isRangeOperator(operator)) throw wrong(`"${operator}" is not a condition.`)
      return [operator, valueOf(bound)] as const
    })
  if (bounds.length === 0) throw wrong('has an empty range.')
  return { field, kind: 'range', bounds }
}

/** Reads a filter as untrusted: names against the declaration, values against their type, nothing left out silently. */
export const parseWhere = (collection: Collection, where: Where): readonly Test[] =>
  Object.entries<Condition | undefined>(where).map(([field, condition]) => parseCondition(collection, field, condition))
