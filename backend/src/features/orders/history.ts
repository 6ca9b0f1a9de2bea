import type { z } from 'zod'
import type { LabelOrder, OrderHistory, OutcomesSummary, Rescored, TimelineEntry } from '#contract/console.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import { baseOf } from '../../scoring/base.ts'
import type { StoredOrders } from '../assessments/service.ts'
import type { Actor } from '../audit/service.ts'
import { adaptOutcome, hasAttempts, type Attempts, type LabelService } from '../labels/service.ts'
import type { ReviewService } from '../reviews/service.ts'
import type { OrderEventService } from './service.ts'
import { withFollowUps } from './timeline.ts'

export interface HistoryDeps {
  readonly clock: Clock
  readonly stored: Pick<StoredOrders, 'attemptsByAssessment'>
  readonly labels: Pick<LabelService, 'ofOrder' | 'outcomesOf' | 'tell' | 'totals' | 'recent'>
  readonly orderEvents: Pick<OrderEventService, 'ofOrder'>
  readonly reviews: Pick<ReviewService, 'ofAssessment'>
  readonly rescored: (tenant: Tenant, assessmentId: string) => Promise<Rescored[]>
  readonly maturityDays: (merchantId: string) => Promise<number>
}

/** What became of an order after its verdict, gathered from the rooms that know. */
export const createHistory = (deps: HistoryDeps) => {
  const { clock, stored, labels, orderEvents, reviews, rescored, maturityDays } = deps

  const attemptsOf = async (tenant: Tenant, id: string): Promise<Attempts> => {
    const attempts = await stored.attemptsByAssessment(tenant, id)
    if (hasAttempts(attempts)) return attempts
    throw new AppError('not_found')
  }

  const read = async (tenant: Tenant, id: string): Promise<OrderHistory> => {
    const [newest] = await attemptsOf(tenant, id)
    const [standings, told, events, again, review] = await Promise.all([
      labels.outcomesOf(tenant, [newest], clock()),
      labels.ofOrder(tenant, newest.orderRef),
      orderEvents.ofOrder(tenant, newest.orderRef),
      rescored(tenant, id),
      reviews.ofAssessment(tenant, id),
    ])
    const [standing] = standings
    if (!standing) throw new AppError('not_found')
    return { outcome: adaptOutcome(newest.orderId, standing), labels: told, events, rescored: again, review }
  }

  return {
    read,
    timeline: async (tenant: Tenant, id: string, before: readonly TimelineEntry[]): Promise<TimelineEntry[]> =>
      withFollowUps(before, await read(tenant, id)),

    label: async (tenant: Tenant, by: Actor, id: string, given: LabelOrder): Promise<OrderHistory> => {
      await attemptsOf(tenant, id)
      const { label, reason_code } = given
      await labels.tell(tenant, by, {
        ...{ assessment_id: id, label, source: 'merchant' },
        ...(reason_code === undefined ? {} : { reason_code }),
      })
      return read(tenant, id)
    },

    outcomes: async (tenant: Tenant): Promise<z.infer<typeof OutcomesSummary>> => {
      const [{ standard, cod }, recent, days] = await Promise.all([
        labels.totals(tenant),
        labels.recent(tenant),
        maturityDays(tenant.merchantId),
      ])
      return {
        standard: { ...standard, base: baseOf(standard) },
        cod: { ...cod, base: baseOf(cod, 'cod') },
        maturity_days: days,
        labels_30d: recent,
      }
    },
  }
}
export type HistoryService = ReturnType<typeof createHistory>
