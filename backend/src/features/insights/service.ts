import type { Overview, ReasonCount } from '#contract/console.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Documents, DocumentStore } from '../../platform/documents/port.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import { headingOf } from '../../scoring/headings.ts'
import type { MerchantService } from '../merchants/service.ts'
import { counters, type CounterDocument, type ReasonCounter } from './collections.ts'
import { dayOf, daysBefore, daysUntil, readDay, type Day } from './day.ts'
import { figureOf, hoursOf, topReasons } from './figures.ts'
import type { ScoredOrders } from './fold-counters.ts'

export { createCountersConsumer } from './fold-counters.ts'

export interface InsightDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly merchants: Pick<MerchantService, 'settings'>
  readonly scored: ScoredOrders
}

const shownOrders = 8
const shownReasons = 6
/** Two days of quarter hours in as many currencies as a store may well have. */
const mostCounters = 10_000

const readCounters = async (scope: Documents, from: number, to: number): Promise<readonly CounterDocument[]> => {
  const where = { at: { gte: from, lt: to } }
  const page = await scope.find(counters, where, { sort: { field: 'at', direction: 'asc' }, limit: mostCounters })
  return page.items
}

interface Asked {
  readonly day: string
  readonly days: number
  readonly zone: string
}

/** A day with its hours, or a period with its days. */
const spanOf = ({ day, days, zone }: Asked): Day => {
  if (days === 1) return readDay(day, zone)
  const starts = daysUntil(day, days, zone)
  return { start: starts[0] ?? 0, end: starts.at(-1) ?? 0, hours: starts.slice(0, -1) }
}

/** Calendar dates that exist; anything else is told, not guessed. */
const knownSpan = (asked: Asked): Day => {
  const { day, zone } = asked
  try {
    return spanOf(asked)
  } catch (cause) {
    const errors = [{ pointer: '/day', code: 'invalid', detail: `${day} is no day in ${zone}.` }]
    throw new AppError('validation_failed', { errors, cause })
  }
}

const reasonCountOf = ([code, { orders: count, points }]: readonly [string, ReasonCounter]): ReasonCount => {
  const { title: text = code, scope = 'order' } = headingOf(code) ?? {}
  return { code, text, scope, orders: count, average_points: Math.round((points / count) * 10) / 10 }
}

export const createInsights = (deps: InsightDeps) => {
  const { documents, clock, merchants, scored } = deps
  return {
    async overview(tenant: Tenant, wantedDay: string | undefined, days = 1): Promise<Overview> {
      const { timeZone: zone } = await merchants.settings(tenant.merchantId)
      const now = clock()
      const day = wantedDay ?? dayOf(now, zone)
      const today = knownSpan({ day, days, zone })
      const yesterday = knownSpan({ day: daysBefore(day, days), days, zone })
      const scope = documents.forMerchant(tenant.merchantId, tenant.mode)
      const [counted, countedBefore, { data: latest }] = await Promise.all([
        readCounters(scope, today.start, today.end),
        readCounters(scope, yesterday.start, yesterday.end),
        scored.orders.list(tenant, { limit: shownOrders }),
      ])
      // As much of the time before as has passed of this, its running quarter hour included in both.
      const passed = Math.min(now, today.end) - today.start
      const sameHours = countedBefore.filter(({ at }) => at <= yesterday.start + passed)
      return {
        day,
        days,
        time_zone: zone,
        as_of: new Date(now).toISOString(),
        last_order_at: latest[0]?.created_at ?? null,
        today: figureOf(counted),
        yesterday: figureOf(sameHours),
        hours: hoursOf(counted, today),
        yesterday_hours: hoursOf(countedBefore, yesterday),
        latest: [...latest],
        reasons: topReasons(counted, shownReasons).map(reasonCountOf),
      }
    },
  }
}
export type InsightService = ReturnType<typeof createInsights>
