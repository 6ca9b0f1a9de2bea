import {
  Advice,
  AdviceQuery,
  BacktestRequest,
  BacktestResult,
  PolicyChange,
  PolicyRevisions,
  PolicyView,
} from '#contract/console.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf } from '../../platform/http/store-of.ts'
import type { Tenant } from './run-backtest.ts'
import type { PolicyService } from './service.ts'

const path = '/console/v1/stores/:store/:mode/policy'

const tenantOf = (caller: Caller, params: Readonly<Record<string, string>>): Tenant => {
  const { merchantId, mode } = storeOf(caller, params)
  return { merchantId, mode }
}

export const policyRoutes = (policies: PolicyService): readonly Route[] => [
  route({
    method: 'GET',
    path,
    summary: 'What decides on orders: cards, thresholds, weights, plan, control share',
    reads: 'policy',
    caller: 'person',
    permission: 'rules.read',
    reply: PolicyView,
    handle: ({ caller, params }) => policies.view(tenantOf(caller, params)),
  }),
  route({
    method: 'PATCH',
    path,
    summary: 'Change what decides; only what is sent is changed, and the revision before stays',
    caller: 'person',
    permission: 'policy.change',
    body: PolicyChange,
    reply: PolicyView,
    handle: ({ caller, params, body }) => {
      const { merchantId, mode, person } = storeOf(caller, params)
      return policies.change({ type: 'person', id: person.personId }, { merchantId, mode }, body)
    },
  }),
  route({
    method: 'GET',
    path: `${path}/revisions`,
    summary: 'The last hundred revisions with author and changes, newest first',
    reads: 'policy',
    caller: 'person',
    permission: 'rules.read',
    reply: PolicyRevisions,
    handle: ({ caller, params }) => policies.revisions(tenantOf(caller, params).merchantId),
  }),
  route({
    method: 'GET',
    path: `${path}/advice`,
    summary: 'Cost against threshold on orders whose outcome is known, with the best point and its uncertainty',
    reads: 'policy',
    caller: 'person',
    permission: 'rules.read',
    query: AdviceQuery,
    reply: Advice,
    handle: ({ caller, params, query }) => policies.advice(tenantOf(caller, params), query),
  }),
  route({
    method: 'POST',
    path: `${path}/backtest`,
    summary: 'What past orders would have become, as server-sent events: progress, then result or failed',
    reads: 'numbers',
    caller: 'person',
    permission: 'rules.read',
    body: BacktestRequest,
    reply: BacktestResult,
    handle: ({ caller, params, body }) => policies.backtest(tenantOf(caller, params), body),
  }),
]
