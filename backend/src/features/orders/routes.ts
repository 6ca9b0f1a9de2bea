import { OrderEvent, OrderEventRequest } from '#contract/order-events.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeKeyOf } from '../../platform/http/store-of.ts'
import type { OrderEventService } from './service.ts'

export const orderEventRoutes = (events: OrderEventService): readonly Route[] => [
  route({
    method: 'POST',
    path: '/v1/orders/:id/events',
    summary: 'Tell what became of an order: paid, shipped, returned, cancelled',
    caller: 'secret-key',
    scope: 'label',
    body: OrderEventRequest,
    codes: ['card_number_refused'],
    reply: OrderEvent,
    handle: ({ caller, params, body }) => events.tell(storeKeyOf(caller).tenant, params['id'] ?? '', body),
  }),
]
