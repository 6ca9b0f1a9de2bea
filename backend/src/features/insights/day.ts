const stepMs = 15 * 60_000
const hourMs = 3_600_000

const formatters = new Map<string, Intl.DateTimeFormat>()
const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone)
  if (known) return known
  const formatter = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formatters.set(zone, formatter)
  return formatter
}

/** The date in a zone, as 2026-11-22. */
export const dayOf = (at: number, zone: string): string => formatterOf(zone).format(at)

/** Zones lie between 14 hours before and 12 hours after UTC, and begin their days on a quarter hour. */
export const startOfDay = (day: string, zone: string): number => {
  const utc = Date.parse(`${day}T00:00:00Z`)
  for (let at = utc - 14 * hourMs; at <= utc + 13 * hourMs; at += stepMs) {
    if (dayOf(at, zone) === day) return at
  }
  throw new RangeError(`${day} does not exist in ${zone}`)
}

/** Calendar days know no zone. */
export const daysBefore = (day: string, days: number): string => shift(day, -days)
export const dayAfter = (day: string): string => shift(day, 1)
const shift = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * hourMs).toISOString().slice(0, 10)

/** When each day of a period begins that ends with this one, and last when the day after it does. */
export const daysUntil = (day: string, days: number, zone: string): readonly number[] =>
  Array.from({ length: days + 1 }, (_, at) => startOfDay(shift(day, at - days + 1), zone))

export interface Day {
  readonly start: number
  readonly end: number
  /** When each of its 23 to 25 hours begins. */
  readonly hours: readonly number[]
}

export const readDay = (day: string, zone: string): Day => {
  const start = startOfDay(day, zone)
  const end = startOfDay(dayAfter(day), zone)
  const hours = Array.from({ length: Math.ceil((end - start) / hourMs) }, (_, hour) => start + hour * hourMs)
  return { start, end, hours }
}
