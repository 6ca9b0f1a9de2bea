import { ModelDetail, ModelReturn, ModelRow, Models, ModelSettings, Promotion, Training } from '#contract/console.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf } from '../../platform/http/store-of.ts'
import type { Actor } from '../audit/service.ts'
import type { Tenant } from './deps.ts'
import type { ModelService } from './service.ts'

type Params = Readonly<Record<string, string>>

const tenantOf = (caller: Caller, params: Params): Tenant => {
  const { merchantId, mode } = storeOf(caller, params)
  return { merchantId, mode }
}

/** What decides on orders is for owner and admin, like thresholds. */
const changing = (caller: Caller, params: Params): { readonly tenant: Tenant; readonly actor: Actor } => {
  const { merchantId, mode, person } = storeOf(caller, params)
  return { tenant: { merchantId, mode }, actor: { type: 'person', id: person.personId } }
}

const path = '/console/v1/stores/:store/:mode/models'
const modelId = (params: Params): string => params['id'] ?? ''

const reading = (models: ModelService): readonly Route[] => [
  route({
    method: 'GET',
    path,
    summary: 'Versions, what decides and what runs beside it, training, drift, chargebacks of the last 30 days',
    reads: 'model',
    caller: 'person',
    permission: 'models.read',
    reply: Models,
    handle: ({ caller, params }) => models.overview(tenantOf(caller, params)),
  }),
  route({
    method: 'GET',
    path: `${path}/training`,
    summary: 'How far training is',
    reads: 'model',
    caller: 'person',
    permission: 'models.read',
    reply: Training,
    handle: ({ caller, params }) => models.training(tenantOf(caller, params)),
  }),
  route({
    method: 'GET',
    path: `${path}/:id`,
    summary: 'The card of one model',
    reads: 'model',
    caller: 'person',
    permission: 'models.read',
    reply: ModelDetail,
    handle: ({ caller, params }) => models.get(tenantOf(caller, params), modelId(params)),
  }),
]

const deciding = (models: ModelService): readonly Route[] => [
  route({
    method: 'POST',
    path: `${path}/train`,
    summary: 'Train now, on what is known by now',
    caller: 'person',
    permission: 'models.change',
    reply: Training,
    handle: ({ caller, params }) => {
      const { tenant, actor } = changing(caller, params)
      return models.ask(tenant, actor)
    },
  }),
  route({
    method: 'POST',
    path: `${path}/return`,
    summary: 'Go back to what decided before',
    caller: 'person',
    permission: 'models.change',
    body: ModelReturn,
    reply: Models,
    handle: ({ caller, params, body }) => {
      const { tenant, actor } = changing(caller, params)
      return models.goBack(tenant, actor, body.card)
    },
  }),
  route({
    method: 'POST',
    path: `${path}/:id/promote`,
    summary: 'Let a version decide',
    caller: 'person',
    permission: 'models.change',
    body: Promotion,
    reply: ModelRow,
    handle: ({ caller, params, body }) => {
      const { tenant, actor } = changing(caller, params)
      return models.promote(tenant, actor, modelId(params), body.override)
    },
  }),
  route({
    method: 'PATCH',
    path,
    summary: 'Whether challengers that pass the gate decide by themselves',
    caller: 'person',
    permission: 'models.change',
    body: ModelSettings,
    reply: Models,
    handle: ({ caller, params, body }) => {
      const { tenant, actor } = changing(caller, params)
      return models.setAutomatic(tenant, actor, body.automatic)
    },
  }),
]

/** For the dashboard's model page. */
export const modelRoutes = (models: ModelService): readonly Route[] => [...reading(models), ...deciding(models)]
