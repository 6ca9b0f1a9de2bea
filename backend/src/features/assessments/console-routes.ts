import { Replay } from '#contract/assessment.ts'
import type { TimelineEntry } from '#contract/console.ts'
import { OrderDetail, OrderRow, OrderRows, OrderSearch, OrderSearchReply, OrdersQuery } from '#contract/console.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf } from '../../platform/http/store-of.ts'
import { createStream, type StreamDeps } from './orders/stream.ts'
import type { Tenant } from './deps.ts'
import type { AssessmentService } from './service.ts'

const store = '/console/v1/stores/:store/:mode'

export const consoleOrderRoutes = (
  assessments: AssessmentService,
  streaming: Omit<StreamDeps, 'rowOf'>,
  /** Adds what happened after the verdict; rooms that come later know it. */
  followed: (tenant: Tenant, id: string, timeline: readonly TimelineEntry[]) => Promise<TimelineEntry[]>,
): readonly Route[] => {
  const stream = createStream({ ...streaming, rowOf: (tenant, id) => assessments.orders.row(tenant, id) })
  return [
    route({
      method: 'GET',
      path: `${store}/orders`,
      summary: 'Orders, newest first',
      reads: 'order',
      caller: 'person',
      permission: 'orders.read',
      query: OrdersQuery,
      reply: OrderRows,
      handle: ({ caller, params, query }) => assessments.orders.list(storeOf(caller, params), query),
    }),
    route({
      method: 'POST',
      path: `${store}/orders/search`,
      summary: 'Find orders by order id, e-mail or phone; what was typed stands in no address and no log',
      reads: 'order',
      caller: 'person',
      permission: 'orders.read',
      body: OrderSearch,
      reply: OrderSearchReply,
      handle: ({ caller, params, body }) => assessments.orders.search(storeOf(caller, params), body.q),
    }),
    route({
      method: 'GET',
      path: `${store}/orders/:id`,
      summary: 'One order with its reasons, links, attempts and timeline',
      reads: 'order',
      caller: 'person',
      permission: 'orders.read',
      reply: OrderDetail,
      handle: async ({ caller, params }) => {
        const tenant = storeOf(caller, params)
        const detail = await assessments.orders.detail(tenant, params['id'] ?? '')
        return { ...detail, timeline: await followed(tenant, detail.assessment.id, detail.timeline) }
      },
    }),
    route({
      method: 'POST',
      path: `${store}/orders/:id/replay`,
      summary: 'Judge the stored evidence again and compare',
      reads: 'order',
      caller: 'person',
      permission: 'orders.read',
      reply: Replay,
      handle: ({ caller, params }) => assessments.replay(storeOf(caller, params), params['id'] ?? ''),
    }),
    route({
      method: 'GET',
      path: `${store}/stream`,
      summary: 'Orders as they are scored, as server-sent events',
      reads: 'order',
      caller: 'person',
      permission: 'orders.read',
      reply: OrderRow,
      handle: ({ caller, params }) => Promise.resolve(stream(storeOf(caller, params))),
    }),
  ]
}
