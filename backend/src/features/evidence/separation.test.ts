import fc from 'fast-check'
import type { EvidenceValue } from '../../scoring/evidence.ts'
import { registry } from '../../scoring/registry.ts'
import { separationOf, statisticsOf } from './separation.ts'

const place = registry.findIndex(({ name }) => name === 'email.disposable')
const valuesWith = (value: EvidenceValue) => new Array<EvidenceValue>(registry.length).fill(null).with(place, value)
const times = (n: number, value: EvidenceValue, bad: boolean | null) =>
  Array.from({ length: n }, () => ({ values: valuesWith(value), bad }))

test('shares of all orders, of bad ones and of good ones', () => {
  const observed = [
    ...times(8, true, true),
    ...times(2, false, true),
    ...times(10, false, false),
    ...times(20, null, null),
  ]
  expect(statisticsOf(observed)[place]).toEqual({
    name: 'email.disposable',
    ...{ known: 0.5, against: 0.2, for: 0 },
    ...{ against_bad: 0.8, against_good: 0, for_bad: 0, for_good: 0 },
    separation: 0.9,
  })
})

test('of too few outcomes nothing is said', () => {
  const statistic = statisticsOf([...times(9, true, true), ...times(50, false, false)])[place]
  expect(statistic).toMatchObject({ against_bad: null, against_good: 0, separation: null })
})

test('separation is the share of pairs in which the bad order has the worse points', () => {
  const points = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 30 })
  const counted = (list: readonly number[]) => {
    const counts = new Map<number, number>()
    for (const each of list) counts.set(each, (counts.get(each) ?? 0) + 1)
    return counts
  }
  fc.assert(
    fc.property(points, points, (bad, good) => {
      const pairs = bad.flatMap((one) => good.map((other) => (one < other ? 1 : one === other ? 0.5 : 0)))
      const expected = pairs.reduce((sum: number, each) => sum + each, 0) / pairs.length
      expect(separationOf(counted(bad), counted(good))).toBeCloseTo(expected, 3)
    }),
  )
})
