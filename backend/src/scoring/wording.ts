import { ringCapacity, type Window } from './profile-windows.ts'

/** "1 order", "4 orders". */
export const amountOf = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** "256 or more orders": a full ring cannot say how many more. */
export const amountInHistory = (n: number, one: string, many = `${one}s`): string =>
  n < ringCapacity ? amountOf(n, one, many) : `${ringCapacity} or more ${many}`

export const windowWords: Readonly<Record<Window, string>> = {
  '5m': '5 minutes',
  '1h': '1 hour',
  '24h': '24 hours',
  '7d': '7 days',
  '30d': '30 days',
}

/** 0.034 is "3.4 %", 0.5 is "50 %", 0.999 is "99.9 %": one decimal where it tells. */
export const percent = (share: number): string =>
  `${Number((share * 100).toFixed(share < 0.1 || share > 0.9 ? 1 : 0))} %`

/** By whole days gone: "in the last 24 hours", "1 day ago", "14 months ago"; no longer than the reader needs. */
export function daysAgo(days: number): string {
  if (days < 1) return 'in the last 24 hours'
  if (days < 60) return `${amountOf(days, 'day')} ago`
  if (days < 730) return `${Math.floor(days / 30)} months ago`
  return `${Math.floor(days / 365)} years ago`
}

/** 2.345 is "2.3 times", 14.2 "14 times", 1 "1 time". */
export const times = (n: number): string => {
  const rounded = n >= 10 ? Math.round(n) : Number(n.toFixed(1))
  return rounded > 999 ? 'Over 999 times' : amountOf(rounded, 'time')
}

/** By whole minutes gone: "less than a minute ago", "5 minutes ago", "3 hours ago", then by days. */
export function minutesAgo(minutes: number): string {
  if (minutes < 1) return 'less than a minute ago'
  if (minutes < 120) return `${amountOf(minutes, 'minute')} ago`
  if (minutes < 2_880) return `${amountOf(Math.floor(minutes / 60), 'hour')} ago`
  return daysAgo(Math.floor(minutes / 1_440))
}
