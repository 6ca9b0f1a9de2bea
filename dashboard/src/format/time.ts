const formatter = (options: Intl.DateTimeFormatOptions) => {
  const made = new Map<string, Intl.DateTimeFormat>()
  return (zone: string) => {
    const known = made.get(zone)
    if (known) return known
    const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone })
    made.set(zone, format)
    return format
  }
}

const dayFormat = formatter({ day: 'numeric', month: 'short' })
const dayYearFormat = formatter({ day: 'numeric', month: 'short', year: 'numeric' })
const longDayFormat = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const clockFormat = formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const secondsFormat = formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
const isoDayFormat = (zone: string) => new Intl.DateTimeFormat('en-CA', { timeZone: zone })
const zoneFormat = formatter({ timeZoneName: 'short' })

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

export const zoneName = (zone: string, at: number): string =>
  zoneFormat(zone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone

export const formatClock = (at: number, zone: string): string => clockFormat(zone).format(at)
export const formatSeconds = (at: number, zone: string): string => secondsFormat(zone).format(at)
export const formatDay = (at: number, zone: string): string => dayFormat(zone).format(at)
export const formatDayYear = (at: number, zone: string): string => dayYearFormat(zone).format(at)
export const formatLongDay = (at: number, zone: string): string => longDayFormat(zone).format(at).replace(',', '')
export const isoDay = (at: number, zone: string): string => isoDayFormat(zone).format(at)

/** The first minute of a day (`2026-11-22`) in that zone; no zone is further than 14 hours from UTC. */
export const dayStart = (day: string, zone: string): number => {
  const middle = Date.parse(`${day}T00:00:00Z`)
  let [before, at] = [middle - 15 * hourMs, middle + 15 * hourMs]
  while (at - before > minuteMs) {
    const between = Math.floor((before + at) / 2 / minuteMs) * minuteMs
    if (isoDay(between, zone) < day) before = between
    else at = between
  }
  return at
}

/** The last millisecond of a day, which summer time makes an hour longer or shorter. */
export const dayEnd = (day: string, zone: string): number =>
  dayStart(new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10), zone) - 1

/** "today", else the date, with its year unless it is this one. */
const dayText = (at: number, zone: string, now: number): string => {
  const [day, today] = [isoDay(at, zone), isoDay(now, zone)]
  if (day === today) return 'today'
  return day.slice(0, 4) === today.slice(0, 4) ? formatDay(at, zone) : formatDayYear(at, zone)
}

/** "today 14:21:08" on the same day in that zone, else with its date. */
export const formatMoment = (at: number, zone: string, now: number): string => {
  return `${dayText(at, zone, now)} ${formatSeconds(at, zone)}`
}

/** Under 24 hours an age, else the date. */
export const formatAge = (at: number, now: number, zone: string): string => {
  const age = Math.max(0, now - at)
  if (age < minuteMs) return `${Math.floor(age / 1000)} s`
  if (age < hourMs) return `${Math.floor(age / minuteMs)} min`
  if (age < dayMs) return `${Math.floor(age / hourMs)} h`
  return formatDay(at, zone)
}

/** "3 min 12 s", for how long something took. */
export const formatDuration = (milliseconds: number): string => {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`
}

/** The same without seconds, for tables. */
export const formatMinute = (at: number, zone: string, now: number): string =>
  `${dayText(at, zone, now)} ${formatClock(at, zone)}`
