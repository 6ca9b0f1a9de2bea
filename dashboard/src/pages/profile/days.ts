import type { ProfileDetail } from '#contract/console.ts'
import type { PlotData } from '../../parts/chart/plot-options.ts'
import { plural } from '../../format/number.ts'
import { formatDay } from '../../format/time.ts'

const dayMs = 86_400_000
const shownDays = 35

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** One bar per UTC day up to today; days without orders are left out of the answer and are nothing here. */
export const daysPlot = (days: ProfileDetail['days'], now: number): PlotData => {
  const counts = new Map(days.map(({ day, orders }) => [day, orders]))
  const first = Math.floor(now / dayMs) - shownDays + 1
  const starts = Array.from({ length: shownDays }, (_, at) => (first + at) * dayMs)
  return {
    x: starts.map((_, at) => at),
    xWhole: true,
    lines: [{ name: 'Orders', values: starts.map((at) => counts.get(dayOf(at)) ?? 0), shape: 'bars', ink: 'bar' }],
    formatX: (at) => formatDay(starts[Math.round(at)] ?? now, 'UTC'),
    formatY: (orders) => (Number.isInteger(orders) ? String(orders) : ''),
    yRange: [0, Math.max(1, ...days.map(({ orders }) => orders))],
  }
}

export const daysSentence = (days: ProfileDetail['days']): string => {
  const total = days.reduce((sum, { orders }) => sum + orders, 0)
  const most = Math.max(0, ...days.map(({ orders }) => orders))
  return `${plural(total, 'order')} in ${shownDays} days, at most ${most} a day.`
}
