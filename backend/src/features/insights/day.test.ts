import { dayAfter, dayOf, daysBefore, readDay } from './day.ts'

const iso = (at: number): string => new Date(at).toISOString()

test.each([
  ['2026-11-22', 'Europe/Berlin', '2026-11-21T23:00:00.000Z', 24],
  ['2026-11-22', 'UTC', '2026-11-22T00:00:00.000Z', 24],
  ['2026-11-22', 'Asia/Kathmandu', '2026-11-21T18:15:00.000Z', 24],
  ['2026-11-22', 'Pacific/Kiritimati', '2026-11-21T10:00:00.000Z', 24],
  ['2026-11-22', 'Pacific/Niue', '2026-11-22T11:00:00.000Z', 24],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', 23],
  ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', 25],
  // Its clocks skip midnight itself.
  ['2026-03-27', 'Africa/Cairo', '2026-03-26T22:00:00.000Z', 24],
])('%s in %s begins at %s and has %i hours', (day, zone, start, hours) => {
  const read = readDay(day, zone)
  expect(iso(read.start)).toBe(start)
  expect(read.hours).toHaveLength(hours)
  expect(dayOf(read.start, zone)).toBe(day)
  expect(dayOf(read.start - 1, zone)).toBe(daysBefore(day, 1))
  expect(dayOf(read.end, zone)).toBe(dayAfter(day))
})

test('neighbours of a day know months and leap years', () => {
  expect(daysBefore('2028-03-01', 1)).toBe('2028-02-29')
  expect(dayAfter('2026-12-31')).toBe('2027-01-01')
})
