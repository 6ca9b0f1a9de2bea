import { measure, readSafely } from './measure.ts'
import { createPast } from './past.ts'
import { count } from './evidence.ts'
import { registry } from './registry.ts'
import { bareContext, contextOf } from './testing/contexts.ts'

const evidence = (read: () => number) =>
  count({
    name: 'test.value',
    code: 'TEST_VALUE',
    title: 'A title',
    family: 'test',
    scope: 'order',
    direction: 'none',
    basis: 'none',
    missing: 'never',
    points: [],
    read,
    say: String,
  })

const readingOf = (read: () => number) => {
  const failed: string[] = []
  return { value: readSafely(evidence(read), bareContext, createPast(bareContext), failed), failed }
}

test.each([
  [1 / 3, 0.333333],
  [2, 2],
  [1e15, 1e15],
  [NaN, null],
  [Infinity, null],
])('%d is stored as %d', (value, stored) => {
  expect(readingOf(() => value)).toEqual({ value: stored, failed: [] })
})

test('a reading that throws is missing, and named', () => {
  const broken = () => {
    throw new Error('broken')
  }
  expect(readingOf(broken)).toEqual({ value: null, failed: ['test.value'] })
})

test('a context that lies about its shape fails evidence by evidence, not as a whole', () => {
  const { values, failed } = measure({ ...contextOf({ session: {} }), attempts: null as never })
  expect(failed).toEqual(['order.attempts'])
  expect(values).toHaveLength(registry.length)
})

test('an order of which nothing is known has hardly any evidence', () => {
  const { values, failed } = measure(bareContext)
  const known = registry.filter((_, index) => values[index] !== null).map(({ name }) => name)
  expect(failed).toEqual([])
  expect(known).toEqual(['session.missing_share', 'order.attempts'])
})
