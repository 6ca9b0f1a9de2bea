import { daysPlot, daysSentence } from './days.ts'

const now = Date.parse('2026-11-20T12:00:00Z')
const days = [
  { day: '2026-11-18', orders: 3 },
  { day: '2026-11-20', orders: 1 },
]

test('days without orders are bars of nothing, and today is the last', () => {
  const { x, lines, formatX } = daysPlot(days, now)
  expect(x).toHaveLength(35)
  expect(lines[0]?.values.slice(-3)).toEqual([3, 0, 1])
  expect([formatX(0), formatX(34)]).toEqual(['17 Oct', '20 Nov'])
  expect(daysSentence(days)).toBe('4 orders in 35 days, at most 3 a day.')
})

test('a profile without days draws nothing and does not fail', () => {
  expect(daysPlot([], now).yRange).toEqual([0, 1])
  expect(daysSentence([])).toBe('0 orders in 35 days, at most 0 a day.')
})
