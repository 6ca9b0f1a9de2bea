import { Overview, OverviewQuery } from '#contract/console.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf } from '../../platform/http/store-of.ts'
import type { InsightService } from './service.ts'

export const insightRoutes = (insights: InsightService): readonly Route[] => [
  route({
    method: 'GET',
    path: '/console/v1/stores/:store/:mode/overview',
    summary: 'A day of the store in its own time zone, or the period that ends with it',
    reads: 'numbers',
    caller: 'person',
    permission: 'orders.read',
    query: OverviewQuery,
    reply: Overview,
    handle: ({ caller, params, query }) => insights.overview(storeOf(caller, params), query.day, Number(query.days)),
  }),
]
