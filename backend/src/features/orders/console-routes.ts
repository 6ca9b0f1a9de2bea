import { z } from 'zod'
import {
  LabelBatch,
  LabelOrder,
  LabelQuery,
  Labels,
  LabelsReply,
  OrderHistory,
  OutcomesSummary,
} from '#contract/console.ts'
import { LabelRequest } from '#contract/labels.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf } from '../../platform/http/store-of.ts'
import type { LabelService } from '../labels/service.ts'
import type { HistoryService } from './history.ts'

export interface FollowUpRouteDeps {
  readonly labels: LabelService
  readonly history: HistoryService
}

const store = '/console/v1/stores/:store/:mode'

const tellerOf = (caller: Caller, params: Readonly<Record<string, string>>) => {
  const { merchantId, mode, person } = storeOf(caller, params)
  return { tenant: { merchantId, mode }, by: { type: 'person', id: person.personId } } as const
}

export const consoleFollowUpRoutes = ({ labels, history }: FollowUpRouteDeps): readonly Route[] => [
  route({
    method: 'GET',
    path: `${store}/orders/:id/history`,
    summary: 'What became of an order after its verdict',
    reads: 'order',
    caller: 'person',
    permission: 'orders.read',
    reply: OrderHistory,
    handle: ({ caller, params }) => history.read(storeOf(caller, params), params['id'] ?? ''),
  }),
  route({
    method: 'POST',
    path: `${store}/orders/:id/labels`,
    summary: 'Label an order',
    caller: 'person',
    permission: 'orders.label',
    body: LabelOrder,
    reply: OrderHistory,
    handle: ({ caller, params, body }) => {
      const { tenant, by } = tellerOf(caller, params)
      return history.label(tenant, by, params['id'] ?? '', body)
    },
  }),
  route({
    method: 'GET',
    path: `${store}/labels`,
    summary: 'Labels as they were told, newest first',
    reads: 'label',
    caller: 'person',
    permission: 'orders.read',
    query: LabelQuery,
    reply: Labels,
    handle: ({ caller, params, query }) => labels.list(storeOf(caller, params), query),
  }),
  route({
    method: 'POST',
    path: `${store}/labels`,
    summary: 'Tell labels, or bring in a CSV table of them',
    caller: 'person',
    permission: 'orders.label',
    codes: ['card_number_refused'],
    body: z.unknown(),
    documentedBody: z.union([LabelRequest, LabelBatch.extend({ labels: z.array(LabelRequest).min(1).max(500) })]),
    takesCsv: true,
    reply: LabelsReply,
    handle: ({ caller, params, body }) => {
      const { tenant, by } = tellerOf(caller, params)
      return labels.take(tenant, by, body)
    },
  }),
  route({
    method: 'GET',
    path: `${store}/outcomes`,
    summary: 'What is known of the store’s orders, and the start that follows from it',
    reads: 'numbers',
    caller: 'person',
    permission: 'orders.read',
    reply: OutcomesSummary,
    handle: ({ caller, params }) => history.outcomes(storeOf(caller, params)),
  }),
]
