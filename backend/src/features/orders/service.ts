import { hash } from 'node:crypto'
import type { OrderEvent, OrderEventRequest } from '#contract/order-events.ts'
import { AppError } from '../../platform/app-error.ts'
import { refuseCards } from '../../platform/card-numbers/refuse-cards.ts'
import type { Clock } from '../../platform/clock.ts'
import { Conflict, type DocumentStore } from '../../platform/documents/port.ts'
import type { Tenant } from '../../platform/outbox/outbox.ts'
import { saysOfEvent, type Says } from '../../scoring/standing.ts'
import type { StoredOrders } from '../assessments/service.ts'
import { hasAttempts, mostFacts, type Attempts, type LabelService } from '../labels/service.ts'
import { orderEvents, type OrderEventDocument } from './collections.ts'

export interface OrderEventDeps {
  readonly documents: DocumentStore
  readonly clock: Clock
  readonly stored: Pick<StoredOrders, 'attemptsByOrderId'>
  readonly labels: Pick<LabelService, 'settle'>
}

const aheadMs = 5 * 60_000
const mostOfOrder = 100

const refuse = (pointer: string, detail: string): AppError =>
  new AppError('validation_failed', { detail, errors: [{ pointer, code: 'invalid', detail }] })

/** From what it says, so that telling it twice is one event. */
const idOf = (orderRef: string, { type, at, code }: OrderEventRequest): string => {
  const words = JSON.stringify([orderRef, type, Date.parse(at), code ?? null])
  return `oev_${hash('sha256', words, 'hex').slice(0, 26).toUpperCase()}`
}

const draft = (attempts: Attempts, request: OrderEventRequest, now: number): OrderEventDocument => {
  const [newest] = attempts
  const at = Date.parse(request.at)
  if (at > now + aheadMs) throw refuse('/at', 'This time has not come yet.')
  return {
    id: idOf(newest.orderRef, request),
    order_ref: newest.orderRef,
    order_id: newest.orderId,
    assessment_id: newest.id,
    type: request.type,
    at,
    code: request.code ?? null,
    received_at: now,
  }
}

const adapt = ({ id, order_id, assessment_id, type, at, code, received_at }: OrderEventDocument): OrderEvent => ({
  ...{ id, order_id, assessment_id, type, code },
  at: new Date(at).toISOString(),
  received_at: new Date(received_at).toISOString(),
})

export const createOrderEvents = ({ documents, clock, stored, labels }: OrderEventDeps) => {
  const scopeOf = ({ merchantId, mode }: Tenant) => documents.forMerchant(merchantId, mode)

  /** Known in the order in which things happened, also where they were told in another. */
  const factTime = (event: OrderEventDocument, attempts: Attempts): number =>
    Math.max(Math.min(event.at, event.received_at), Math.min(...attempts.map(({ receivedAt }) => receivedAt)))

  const settle = async (tenant: Tenant, attempts: Attempts, event: OrderEventDocument, says: Says): Promise<void> => {
    await labels.settle(tenant, attempts, {
      cause: 'event',
      fact: (facts) => {
        const known = facts.find(({ id }) => id === event.id)
        if (known) return { known }
        if (facts.length >= mostFacts) throw refuse('', `More than ${mostFacts} things were told of this order.`)
        return { id: event.id, at: factTime(event, attempts), says, told: null }
      },
      with: () => [{ insert: orderEvents, document: { ...event } }],
    })
  }

  const keep = async (tenant: Tenant, event: OrderEventDocument): Promise<void> => {
    await scopeOf(tenant)
      .write({ insert: orderEvents, document: { ...event } })
      .catch((error: unknown) => {
        // Told before: it stands as it was.
        if (!(error instanceof Conflict)) throw error
      })
  }

  return {
    /** Throws `not_found` when the store has no such order. */
    tell: async (tenant: Tenant, orderId: string, request: OrderEventRequest): Promise<OrderEvent> => {
      refuseCards(request)
      const attempts = await stored.attemptsByOrderId(tenant, orderId)
      if (!hasAttempts(attempts)) throw new AppError('not_found', { detail: 'No order of this store has that id.' })
      const event = draft(attempts, request, clock())
      const says = saysOfEvent(event.type)
      await (says === undefined ? keep(tenant, event) : settle(tenant, attempts, event, says))
      return adapt((await scopeOf(tenant).get(orderEvents, event.id)) ?? event)
    },

    /** Newest first. */
    ofOrder: async (tenant: Tenant, orderRef: string): Promise<OrderEvent[]> => {
      const options = { sort: { field: 'at', direction: 'desc' }, limit: mostOfOrder } as const
      return (await scopeOf(tenant).find(orderEvents, { order_ref: orderRef }, options)).items.map(adapt)
    },
  }
}
export type OrderEventService = ReturnType<typeof createOrderEvents>
