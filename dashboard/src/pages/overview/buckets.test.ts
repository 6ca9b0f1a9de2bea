import { runningBucket, stripSentence, stripTop, sumOf } from './buckets.ts'

const hour = (at: string, critical: number, low = 0) => ({
  at: `2026-11-20T${at}:00:00Z`,
  critical,
  high: 0,
  medium: 0,
  low,
})
const hours = [hour('00', 0, 4), hour('01', 3, 8), hour('02', 19, 1)]

test('sums one level over the day', () => expect(sumOf(hours, 'critical')).toBe(22))

test.each([
  [0, 2],
  [3, 3],
  [19, 20],
  [21, 30],
  [145, 200],
])('a highest bar of %i has a strip up to %i', (highest, top) =>
  expect(stripTop('critical', [hour('00', highest)], [])).toBe(top),
)

test('the running bucket is the one the day has come to', () => {
  expect(runningBucket(hours, Date.parse('2026-11-20T01:30:00Z'))).toBe(1)
  expect(runningBucket(hours, Date.parse('2026-11-21T01:30:00Z'))).toBe(2)
})

test('the picture has a sentence with total and highest point', () => {
  expect(stripSentence('critical', hours, 'UTC')).toBe('critical: 22 orders by hour, highest 19 at 02:00')
  expect(stripSentence('high', hours, 'UTC')).toBe('high: no orders')
})
