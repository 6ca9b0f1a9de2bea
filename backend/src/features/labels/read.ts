import type { z } from 'zod'
import type { Label, LabelQuery, Labels } from '#contract/labels.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Clock } from '../../platform/clock.ts'
import { InvalidCursor } from '../../platform/documents/errors.ts'
import type { Condition, DocumentStore } from '../../platform/documents/port.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import { standingAt, type Standing } from '../../scoring/standing.ts'
import type { StoredOrder, StoredOrders } from '../assessments/service.ts'
import { labels } from './collections.ts'
import { placedOrder, type Ledger, type PlacedAttempt } from './ledger.ts'
import { adaptLabel } from './tell.ts'

export interface ReadDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly stored: Pick<StoredOrders, 'attemptsByAssessment' | 'attemptsByOrderId'>
  readonly maturityDays: (merchantId: string) => Promise<number>
}

const newestFirst = { field: 'received_at', direction: 'desc' } as const
const mostOfOrder = 100
const recentMs = 30 * 86_400_000

const wrongCursor = (cause: unknown): unknown => {
  if (!(cause instanceof InvalidCursor)) return cause
  const errors = [{ pointer: '/after', code: 'cursor', detail: cause.message }]
  return new AppError('validation_failed', { errors, cause })
}

/** The newest attempt of an order, as far as its outcome depends on it. */
export type OutcomeOf = PlacedAttempt & Pick<StoredOrder, 'orderRef'>

export const createLabelReader = ({ documents, clock, stored, maturityDays }: ReadDeps, ledger: Ledger) => {
  const scopeOf = ({ merchantId, mode }: Tenant) => documents.forMerchant(merchantId, mode)

  const namedOrder = async (tenant: Tenant, query: z.infer<typeof LabelQuery>): Promise<string | undefined> => {
    const { order_id: orderId, assessment_id: id } = query
    if (orderId === undefined && id === undefined) return undefined
    const byId = id === undefined ? [] : await stored.attemptsByAssessment(tenant, id)
    const byOrder = orderId === undefined ? [] : await stored.attemptsByOrderId(tenant, orderId)
    return [...byId, ...byOrder][0]?.orderRef ?? ''
  }

  return {
    list: async (tenant: Tenant, query: z.infer<typeof LabelQuery>): Promise<Labels> => {
      const { label, limit, after } = query
      const orderRef = await namedOrder(tenant, query)
      const where: Record<string, Condition> = {
        received_at: { gte: 0 },
        ...(orderRef === undefined ? {} : { order_ref: orderRef }),
        ...(label === undefined ? {} : { label }),
      }
      const options = { sort: newestFirst, limit, ...(after === undefined ? {} : { after }) }
      const page = await scopeOf(tenant)
        .find(labels, where, options)
        .catch((error: unknown) => {
          throw wrongCursor(error)
        })
      return { data: page.items.map(adaptLabel), has_more: page.next !== null, next_cursor: page.next }
    },

    /** Newest first. */
    ofOrder: async (tenant: Tenant, orderRef: string): Promise<Label[]> => {
      const options = { sort: newestFirst, limit: mostOfOrder }
      return (await scopeOf(tenant).find(labels, { order_ref: orderRef }, options)).items.map(adaptLabel)
    },

    recent: (tenant: Tenant): Promise<number> =>
      scopeOf(tenant).count(labels, { received_at: { gte: clock() - recentMs } }),

    /** What each of these orders was known to be at an instant, in their order. */
    outcomesOf: async (tenant: Tenant, orders: readonly OutcomeOf[], at: number): Promise<readonly Standing[]> => {
      const refs = orders.map(({ orderRef }) => orderRef)
      const [facts, days] = await Promise.all([ledger.facts(tenant, refs), maturityDays(tenant.merchantId)])
      return orders.map((order, index) => standingAt(placedOrder(order), facts[index] ?? [], at, days))
    },
  }
}
export type LabelReader = ReturnType<typeof createLabelReader>
