import type { Decision, RiskLevel } from '#contract/assessment.ts'
import type { OrderRow } from '#contract/console.ts'

export const allLevels: readonly RiskLevel[] = ['critical', 'high', 'medium', 'low']
export const allDecisions: readonly Decision[] = ['review', 'decline', 'approve']
export const periods = {
  '1h': 'last hour',
  '24h': 'last 24 hours',
  '7d': 'last 7 days',
  '30d': 'last 30 days',
} as const
export type Period = keyof typeof periods

/** The filters as they stand in the address. Whatever is not known there is left out, never sent on. */
export interface Filters {
  readonly levels: readonly RiskLevel[]
  readonly decisions: readonly Decision[]
  readonly period: Period | null
  readonly orderId: string | null
  /** Keyed reference of a searched e-mail or phone. */
  readonly ref: string | null
}

const known = <Word extends string>(text: string | undefined, words: readonly Word[]): readonly Word[] => {
  const asked = new Set(text?.split(','))
  return words.filter((word) => asked.has(word))
}

const isPeriod = (text: string | undefined): text is Period => text !== undefined && Object.hasOwn(periods, text)

export const readFilters = (query: Readonly<Record<string, string>>): Filters => ({
  levels: known(query.level, allLevels),
  decisions: known(query.decision, allDecisions),
  period: isPeriod(query.placed) ? query.placed : null,
  orderId: query.order ?? null,
  ref: query.ref ?? null,
})

const hours: Record<Period, number> = { '1h': 1, '24h': 24, '7d': 168, '30d': 720 }
const minuteMs = 60_000

/** The call's own words. The moment is cut to the minute, so that turning pages asks for the same window. */
export const ordersCall = (filters: Filters, now: number, after: string | undefined, limit = 50): string => {
  const search = new URLSearchParams({ limit: String(limit) })
  if (filters.levels.length > 0) search.set('risk_level', filters.levels.join())
  if (filters.decisions.length > 0) search.set('decision', filters.decisions.join())
  if (filters.orderId) search.set('order_id', filters.orderId)
  if (filters.ref) search.set('ref', filters.ref)
  if (filters.period) {
    const minute = Math.floor(now / minuteMs) * minuteMs
    search.set('from', new Date(minute - hours[filters.period] * 3_600_000).toISOString())
  }
  if (after) search.set('after', after)
  return `orders?${search.toString()}`
}

const isIn = <Word>(list: readonly Word[], word: Word): boolean => list.length === 0 || list.includes(word)

/** Could an order that has just come stand in this list? Whose it is, the dashboard cannot tell: a person's list waits. */
export const mayMatch = (filters: Filters, row: Pick<OrderRow, 'risk_level' | 'decision' | 'order_id'>): boolean =>
  isIn(filters.levels, row.risk_level) &&
  isIn(filters.decisions, row.decision) &&
  (filters.orderId === null || filters.orderId === row.order_id) &&
  filters.ref === null

export interface Chip {
  readonly key: string
  readonly text: string
  /** What to change in the address to take it away. */
  readonly without: Readonly<Record<string, undefined>>
}

export const chipsOf = (filters: Filters, hintOf: (ref: string) => string): readonly Chip[] => [
  ...(filters.levels.length > 0
    ? [{ key: 'Level', text: filters.levels.join(', '), without: { level: undefined } }]
    : []),
  ...(filters.decisions.length > 0
    ? [{ key: 'Decision', text: filters.decisions.join(', '), without: { decision: undefined } }]
    : []),
  ...(filters.period ? [{ key: 'Placed', text: periods[filters.period], without: { placed: undefined } }] : []),
  ...(filters.orderId ? [{ key: 'Order', text: filters.orderId, without: { order: undefined } }] : []),
  ...(filters.ref ? [{ key: 'Person', text: hintOf(filters.ref), without: { ref: undefined } }] : []),
]
