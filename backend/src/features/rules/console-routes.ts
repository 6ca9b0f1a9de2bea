import { RuleCheck, RuleDraft, RuleRows, RuleTemplates, Vocabulary } from '#contract/console.ts'
import { PageQuery } from '#contract/list.ts'
import { NewRule, RemovedRule, Rule, RuleChange, RuleVersions } from '#contract/rules.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf } from '../../platform/http/store-of.ts'
import type { Actor } from '../audit/service.ts'
import type { RuleService } from './service.ts'

type Params = Readonly<Record<string, string>>

/** Rules act on every order, as settings do: they are for owner and admin. */
const changerOf = (caller: Caller, params: Params): { readonly merchantId: string; readonly actor: Actor } => {
  const { merchantId, person } = storeOf(caller, params)
  return { merchantId, actor: { type: 'person', id: person.personId } }
}

const path = '/console/v1/stores/:store/:mode/rules'

const writing = (rules: RuleService): readonly Route[] => [
  route({
    method: 'POST',
    path: `${path}/check`,
    summary: 'What is wrong with an expression, and where; asked while one types',
    reads: 'nothing',
    caller: 'person',
    permission: 'rules.read',
    // One question per pause of the fingers.
    limit: 'api',
    body: RuleDraft,
    reply: RuleCheck,
    handle: ({ caller, params, body }) => {
      storeOf(caller, params)
      return Promise.resolve(rules.check(body.expression))
    },
  }),
  route({
    method: 'GET',
    path: `${path}/vocabulary`,
    summary: 'Names, functions and operators that rules may use',
    reads: 'nothing',
    caller: 'person',
    permission: 'rules.read',
    reply: Vocabulary,
    handle: ({ caller, params }) => {
      storeOf(caller, params)
      return Promise.resolve(rules.vocabulary())
    },
  }),
  route({
    method: 'GET',
    path: `${path}/templates`,
    summary: 'Twelve rules to start from',
    reads: 'nothing',
    caller: 'person',
    permission: 'rules.read',
    reply: RuleTemplates,
    handle: ({ caller, params }) => {
      storeOf(caller, params)
      return Promise.resolve(rules.templates())
    },
  }),
]

const reading = (rules: RuleService): readonly Route[] => [
  route({
    method: 'GET',
    path,
    summary: 'Rules in their order, with how often each held in 30 days',
    reads: 'rule',
    caller: 'person',
    permission: 'rules.read',
    reply: RuleRows,
    handle: ({ caller, params }) => rules.rows(storeOf(caller, params)),
  }),
  route({
    method: 'GET',
    path: `${path}/:id`,
    summary: 'One rule',
    reads: 'rule',
    caller: 'person',
    permission: 'rules.read',
    reply: Rule,
    handle: ({ caller, params }) => rules.get(storeOf(caller, params).merchantId, params['id'] ?? ''),
  }),
  route({
    method: 'GET',
    path: `${path}/:id/versions`,
    summary: 'Versions of a rule with author and differences, newest first',
    reads: 'rule',
    caller: 'person',
    permission: 'rules.read',
    query: PageQuery,
    reply: RuleVersions,
    handle: ({ caller, params, query }) =>
      rules.versions(storeOf(caller, params).merchantId, params['id'] ?? '', query),
  }),
]

const changing = (rules: RuleService): readonly Route[] => [
  route({
    method: 'POST',
    path,
    summary: 'Make a rule; both modes are ruled by it',
    caller: 'person',
    permission: 'rules.change',
    status: 201,
    codes: ['card_number_refused'],
    body: NewRule,
    reply: Rule,
    handle: ({ caller, params, body }) => {
      const { merchantId, actor } = changerOf(caller, params)
      return rules.create(actor, merchantId, body)
    },
  }),
  route({
    method: 'PATCH',
    path: `${path}/:id`,
    summary: 'Change a rule; only what is sent is changed, and the version before stays',
    caller: 'person',
    permission: 'rules.change',
    codes: ['card_number_refused'],
    body: RuleChange,
    reply: Rule,
    handle: ({ caller, params, body }) => {
      const { merchantId, actor } = changerOf(caller, params)
      return rules.change(actor, merchantId, params['id'] ?? '', body)
    },
  }),
  route({
    method: 'POST',
    path: `${path}/:id/remove`,
    summary: 'Remove a rule; its versions stay',
    caller: 'person',
    permission: 'rules.change',
    reply: RemovedRule,
    handle: ({ caller, params }) => {
      const { merchantId, actor } = changerOf(caller, params)
      return rules.remove(actor, merchantId, params['id'] ?? '')
    },
  }),
]

/** Words before ids: `vocabulary` and `templates` are no ids. */
export const consoleRuleRoutes = (rules: RuleService): readonly Route[] => [
  ...writing(rules),
  ...reading(rules),
  ...changing(rules),
]
