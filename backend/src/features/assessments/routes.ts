import { z } from 'zod'
import { Assessment, Replay } from '#contract/assessment.ts'
import { AssessmentRequest } from '#contract/assessment-request.ts'
import { listOf } from '#contract/list.ts'
import { CurrentAssessment, type Rescored } from '#contract/rescored.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { AppError } from '../../platform/app-error.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { AssessmentQuery } from './query.ts'
import type { Tenant } from './deps.ts'
import type { AssessmentService } from './service.ts'

type KeyCaller = Extract<Caller, { kind: 'secret-key' | 'publishable-key' }>

const keyOf = (caller: Caller): KeyCaller => {
  if (caller.kind !== 'secret-key') throw new AppError('key_scope')
  return caller
}
const tenantOf = (caller: Caller): Tenant => keyOf(caller)

export const assessmentRoutes = (
  assessments: AssessmentService,
  /** What later knowledge made of a verdict. */
  rescored: (tenant: Tenant, id: string) => Promise<Rescored | null>,
): readonly Route[] => [
  route({
    method: 'POST',
    path: '/v1/assessments',
    summary: 'Score an order',
    caller: 'secret-key',
    scope: 'score',
    limit: 'assessments',
    idempotency: 'order',
    codes: ['card_number_refused', 'not_durable'],
    body: z.unknown(),
    documentedBody: AssessmentRequest,
    reply: Assessment,
    handle: ({ caller, body, context }) => {
      const { rawBody, requestId, receivedAt, idempotencyKey } = context
      const { keyId, merchantId, mode } = keyOf(caller)
      const tenant = { merchantId, mode }
      return assessments.assess({
        tenant,
        keyId,
        body,
        rawBody,
        requestId,
        receivedAt,
        idempotencyKey: idempotencyKey ?? '',
      })
    },
  }),
  route({
    method: 'GET',
    path: '/v1/assessments',
    summary: 'List assessments, newest first',
    reads: 'order',
    caller: 'secret-key',
    scope: 'read',
    query: AssessmentQuery,
    reply: listOf(Assessment),
    handle: ({ caller, query }) => assessments.list(tenantOf(caller), query),
  }),
  route({
    method: 'GET',
    path: '/v1/assessments/:id',
    summary: 'Read one assessment as it was answered, and what later knowledge says of it',
    reads: 'order',
    caller: 'secret-key',
    scope: 'read',
    reply: CurrentAssessment,
    handle: async ({ caller, params }) => {
      const tenant = tenantOf(caller)
      const answered = await assessments.get(tenant, params['id'] ?? '')
      const later = await rescored(tenant, answered.id)
      return later ? { ...answered, rescored: later } : answered
    },
  }),
  route({
    method: 'GET',
    path: '/v1/sessions/:id/assessment',
    summary: 'Read the latest assessment of a session',
    reads: 'session',
    caller: 'secret-key',
    scope: 'read',
    reply: Assessment,
    handle: ({ caller, params }) => assessments.latestOfSession(tenantOf(caller), params['id'] ?? ''),
  }),
  route({
    method: 'POST',
    path: '/v1/assessments/:id/replay',
    summary: 'Judge the stored evidence again and compare',
    reads: 'order',
    caller: 'secret-key',
    scope: 'read',
    reply: Replay,
    handle: ({ caller, params }) => assessments.replay(tenantOf(caller), params['id'] ?? ''),
  }),
]
