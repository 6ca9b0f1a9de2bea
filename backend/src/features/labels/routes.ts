import { z } from 'zod'
import { LabelBatch, LabelQuery, LabelRequest, Labels, LabelsReply } from '#contract/labels.ts'
import { storeKeyOf } from '../../platform/http/store-of.ts'
import { route, type Route } from '../../platform/http/route.ts'
import type { LabelService } from './service.ts'

export const labelRoutes = (labels: LabelService): readonly Route[] => [
  route({
    method: 'POST',
    path: '/v1/labels',
    summary: 'Tell what orders turned out to be: one label, up to 500, or a CSV table with a line per label',
    caller: 'secret-key',
    scope: 'label',
    body: z.unknown(),
    documentedBody: z.union([LabelRequest, LabelBatch.extend({ labels: z.array(LabelRequest).min(1).max(500) })]),
    takesCsv: true,
    codes: ['not_found', 'card_number_refused'],
    reply: LabelsReply,
    handle: ({ caller, body }) => {
      const { tenant, by } = storeKeyOf(caller)
      return labels.take(tenant, by, body)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/labels',
    summary: 'List labels as they were told, newest first',
    reads: 'label',
    caller: 'secret-key',
    scope: 'read',
    query: LabelQuery,
    reply: Labels,
    handle: ({ caller, query }) => labels.list(storeKeyOf(caller).tenant, query),
  }),
]
