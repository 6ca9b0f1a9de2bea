import type { Test, Value } from './check/where.ts'

/** As both engines order text: by code point, which UTF-16 comparison is not above U+FFFF. */
export const compareValues = (one: Value, other: Value): number => {
  if (typeof one === 'string' && typeof other === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(other))
  return Number(one) - Number(other)
}

const isWithin = (value: Value, operator: 'gt' | 'gte' | 'lt' | 'lte', bound: Value): boolean => {
  const order = compareValues(value, bound)
  if (operator === 'gt') return order > 0
  if (operator === 'gte') return order >= 0
  return operator === 'lt' ? order < 0 : order <= 0
}

/** Missing and null are the same to a filter: `null` finds both, everything else neither. */
const holds = (test: Test, value: Value | null): boolean => {
  if (test.kind === 'equal') return value === test.value
  if (value === null) return false
  if (test.kind === 'in') return test.values.includes(value)
  return test.bounds.every(([operator, bound]) => isWithin(value, operator, bound))
}

export const matches = (tests: readonly Test[], valueOf: (field: string) => Value | null): boolean =>
  tests.every((test) => holds(test, valueOf(test.field)))
