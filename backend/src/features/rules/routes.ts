import { PageQuery } from '#contract/list.ts'
import { NewRule, RemovedRule, Rule, RuleChange, Rules, RuleVersions } from '#contract/rules.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeKeyOf } from '../../platform/http/store-of.ts'
import type { RuleService } from './service.ts'

const reading = (rules: RuleService): readonly Route[] => [
  route({
    method: 'GET',
    path: '/v1/rules',
    summary: 'List rules in their order, those that are off among them',
    reads: 'rule',
    caller: 'secret-key',
    scope: 'rules',
    query: PageQuery,
    reply: Rules,
    handle: ({ caller, query }) => rules.list(storeKeyOf(caller).tenant.merchantId, query),
  }),
  route({
    method: 'GET',
    path: '/v1/rules/:id',
    summary: 'Read one rule',
    reads: 'rule',
    caller: 'secret-key',
    scope: 'rules',
    reply: Rule,
    handle: ({ caller, params }) => rules.get(storeKeyOf(caller).tenant.merchantId, params['id'] ?? ''),
  }),
  route({
    method: 'GET',
    path: '/v1/rules/:id/versions',
    summary: 'List versions of a rule with author and differences, newest first',
    reads: 'rule',
    caller: 'secret-key',
    scope: 'rules',
    query: PageQuery,
    reply: RuleVersions,
    handle: ({ caller, params, query }) =>
      rules.versions(storeKeyOf(caller).tenant.merchantId, params['id'] ?? '', query),
  }),
]

const changing = (rules: RuleService): readonly Route[] => [
  route({
    method: 'POST',
    path: '/v1/rules',
    summary: 'Make a rule; both modes are ruled by it',
    caller: 'secret-key',
    scope: 'rules',
    status: 201,
    codes: ['card_number_refused'],
    body: NewRule,
    reply: Rule,
    handle: ({ caller, body }) => {
      const { tenant, by } = storeKeyOf(caller)
      return rules.create(by, tenant.merchantId, body)
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/rules/:id',
    summary: 'Change a rule; only what is sent is changed, and the version before stays',
    caller: 'secret-key',
    scope: 'rules',
    codes: ['card_number_refused'],
    body: RuleChange,
    reply: Rule,
    handle: ({ caller, params, body }) => {
      const { tenant, by } = storeKeyOf(caller)
      return rules.change(by, tenant.merchantId, params['id'] ?? '', body)
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/rules/:id',
    summary: 'Remove a rule; its versions stay',
    caller: 'secret-key',
    scope: 'rules',
    reply: RemovedRule,
    handle: ({ caller, params }) => {
      const { tenant, by } = storeKeyOf(caller)
      return rules.remove(by, tenant.merchantId, params['id'] ?? '')
    },
  }),
]

export const ruleRoutes = (rules: RuleService): readonly Route[] => [...reading(rules), ...changing(rules)]
