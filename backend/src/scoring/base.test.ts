import { baseOf } from './base.ts'

test.each([
  ['a store that knows nothing', 0, 0, 70],
  ['1% bad, as everywhere', 1_000, 99_000, 70],
  ['2% bad: odds doubled', 20_000, 980_000, 60],
  ['half a per cent: odds halved', 5_000, 995_000, 80],
  ['a few frauds move it a little', 14, 1_000, 69],
  ['all bad', 1_000_000, 0, 30],
  ['never bad', 0, 100_000_000, 100],
])('%s', (_store, bad, good, base) => {
  expect(baseOf({ bad, good })).toBe(base)
})

test('cash on delivery starts at 70 with one refusal in ten', () => {
  expect(baseOf({ bad: 0, good: 0 }, 'cod')).toBe(70)
  expect(baseOf({ bad: 1_000, good: 9_000 }, 'cod')).toBe(70)
  expect(baseOf({ bad: 3_000, good: 7_000 }, 'cod')).toBeLessThan(60)
})
