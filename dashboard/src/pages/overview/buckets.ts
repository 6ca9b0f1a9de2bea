import type { OverviewHour } from '#contract/console.ts'
import { formatClock, isoDay } from '../../format/time.ts'

export const levels = ['critical', 'high', 'medium', 'low'] as const
export type Level = (typeof levels)[number]

export const sumOf = (hours: readonly OverviewHour[], level: Level): number =>
  hours.reduce((sum, hour) => sum + hour[level], 0)

/** A strip has its own height: the next round number above the highest bar of both days. */
export const stripTop = (level: Level, ...days: readonly (readonly OverviewHour[])[]): number => {
  const highest = Math.max(1, ...days.flat().map((hour) => hour[level]))
  const magnitude = 10 ** Math.floor(Math.log10(highest))
  const step = [1, 2, 3, 5, 10].find((factor) => factor * magnitude >= highest) ?? 10
  return Math.max(2, step * magnitude)
}

/** The bucket that is still running, or the last one of a day gone by. */
export const runningBucket = (hours: readonly OverviewHour[], asOf: number): number => {
  const next = hours.findIndex(({ at }) => Date.parse(at) > asOf)
  return next < 0 ? hours.length - 1 : Math.max(0, next - 1)
}

/** What one bar stands for. */
export type Unit = 'hour' | 'day'
export const unitOf = (days: number): Unit => (days === 1 ? 'hour' : 'day')

/** 14:00, or 11-22. */
export const bucketName = (at: string, unit: Unit, zone: string): string =>
  unit === 'hour' ? formatClock(Date.parse(at), zone) : isoDay(Date.parse(at), zone).slice(5)

/** One sentence for who cannot see the picture. */
export const stripSentence = (
  level: Level,
  hours: readonly OverviewHour[],
  zone: string,
  unit: Unit = 'hour',
): string => {
  const total = sumOf(hours, level)
  if (total === 0) return `${level}: no orders`
  const top = hours.reduce((best, hour) => (hour[level] > best[level] ? hour : best))
  return `${level}: ${total} orders by ${unit}, highest ${top[level]} ${unit === 'hour' ? 'at' : 'on'} ${bucketName(top.at, unit, zone)}`
}
