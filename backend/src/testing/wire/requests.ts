import request, { type Response } from 'supertest'
import { operator } from '../../features/audit/service.ts'
import { callConsole, signInTo, type SignedIn } from '../console.ts'
import { anOrder, send, shopOrigin } from '../house.ts'
import { accountRequests } from './account-requests.ts'
import type { Honest } from './honest.ts'
import { labelRequests, reviewRequests } from './label-requests.ts'
import { listRequests } from './list-requests.ts'
import { modelRequests } from './model-requests.ts'
import { organisationRequests } from './organisation-requests.ts'
import { passkeyRequests } from './passkey-requests.ts'
import { profileRequests } from './profile-requests.ts'
import { ruleRequests } from './rule-requests.ts'
import type { World } from './world.ts'

/** By method and declared path. A new route belongs here, or its tests say so. */
export const honest: Readonly<Record<string, (world: World) => Honest | Promise<Honest>>> = {
  'POST /v1/assessments': () => ({ path: '/v1/assessments', body: anOrder() }),
  'GET /v1/assessments': () => ({ path: '/v1/assessments?limit=1' }),
  'GET /v1/assessments/:id': ({ scored }) => ({ path: `/v1/assessments/${scored.id}` }),
  'POST /v1/assessments/:id/replay': ({ scored }) => ({ path: `/v1/assessments/${scored.id}/replay` }),
  'GET /v1/sessions/:id/assessment': async (world) => {
    const session = await openSession(world)
    const { session_id: id = 'none' } = session.body as { session_id?: string }
    await send(world.house, { path: '/v1/assessments', keys: world.shop.test, body: anOrder({ session_id: id }) })
    return { path: `/v1/sessions/${id}/assessment` }
  },
  'POST /v1/sessions': ({ shop }) => ({ path: '/v1/sessions', body: sessionBody(shop.test.publishableKey) }),
  ...organisationRequests,
  ...accountRequests,
  ...passkeyRequests,
  ...labelRequests,
  ...reviewRequests,
  ...listRequests,
  ...modelRequests,
  ...profileRequests,
  ...ruleRequests,
  'GET /console/v1/impersonation': () => ({ path: '/impersonation' }),
  'POST /console/v1/impersonation': () => ({ path: '/impersonation', body: { allowed: true } }),
  'GET /console/v1/audit': () => ({ path: '/audit?limit=1' }),
  'GET /console/v1/audit/export': () => ({ path: '/audit/export' }),
  'GET /console/v1/audit/verify/stream': () => ({ path: '/audit/verify/stream' }),
  'GET /v1/audit': () => ({ path: '/v1/audit?limit=1' }),
  'GET /v1/audit/verify': () => ({ path: '/v1/audit/verify' }),
  'GET /healthz': () => ({ path: '/healthz' }),
  'GET /readyz': () => ({ path: '/readyz' }),
  'POST /console/v1/sign-in': ({ person: { email, password } }) => ({ path: '/sign-in', body: { email, password } }),
  'POST /console/v1/refresh': () => ({ path: '/refresh' }),
  'POST /console/v1/sign-out': () => ({ path: '/sign-out' }),
  'GET /console/v1/me': () => ({ path: '/me' }),
  'GET /console/v1/stores/:store/:mode/orders': (world) => ({ path: `${storeOf(world)}/orders?limit=1` }),
  'POST /console/v1/stores/:store/:mode/orders/search': (world) => ({
    path: `${storeOf(world)}/orders/search`,
    body: { q: 'jo@example.com' },
  }),
  'GET /console/v1/stores/:store/:mode/orders/:id': (world) => ({
    path: `${storeOf(world)}/orders/${world.scored.id}`,
  }),
  'POST /console/v1/stores/:store/:mode/orders/:id/replay': (world) => ({
    path: `${storeOf(world)}/orders/${world.scored.id}/replay`,
  }),
  'GET /console/v1/stores/:store/:mode/stream': (world) => ({ path: `${storeOf(world)}/stream` }),
  'GET /console/v1/stores/:store/:mode/overview': (world) => ({ path: `${storeOf(world)}/overview` }),
  'GET /console/v1/stores/:store/:mode/samples': (world) => ({ path: `${storeOf(world)}/samples` }),
  'POST /console/v1/stores/:store/:mode/samples/remove': (world) => ({ path: `${storeOf(world)}/samples/remove` }),
  'GET /console/v1/stores/:store/:mode/install': (world) => ({ path: `${storeOf(world)}/install` }),
  'GET /console/v1/stores/:store/:mode/settings': (world) => ({ path: `${storeOf(world)}/settings` }),
  'PATCH /console/v1/stores/:store/:mode/settings': (world) => ({
    path: `${storeOf(world)}/settings`,
    body: { name: 'Shop' },
  }),
  'GET /console/v1/stores/:store/:mode/keys': (world) => ({ path: `${storeOf(world)}/keys` }),
  'GET /console/v1/stores/:store/:mode/keys/:id/requests': (world) => ({
    path: `${storeOf(world)}/keys/${world.keyId}/requests?limit=5`,
  }),
  'POST /console/v1/stores/:store/:mode/keys/:id/finish': async (world) => ({
    path: `${storeOf(world)}/keys/${await spareKey(world)}/finish`,
  }),
  'POST /console/v1/stores/:store/:mode/keys': (world) => ({
    path: `${storeOf(world)}/keys`,
    body: { name: 'Second' },
  }),
  'POST /console/v1/stores/:store/:mode/keys/:id/rotate': async (world) => ({
    path: `${storeOf(world)}/keys/${await spareKey(world)}/rotate`,
    body: { part: 'signing' },
  }),
  'POST /console/v1/stores/:store/:mode/keys/:id/revoke': async (world) => ({
    path: `${storeOf(world)}/keys/${await spareKey(world)}/revoke`,
  }),
}

const storeOf = ({ shop }: World): string => `/stores/${shop.merchantId}/test`

/** Where the database is gone, any will do. */
const spareKey = async ({ house, shop, keyId }: World): Promise<string> => {
  const wanted = { merchantId: shop.merchantId, mode: 'test', name: 'Spare' } as const
  return house.foundation.apiKeys.create(operator, wanted).then(
    (made) => made.keyId,
    () => keyId,
  )
}

export const sessionBody = (key: string): unknown => ({ key, v: 1, components: {}, facts: {} })

const openSession = ({ house, shop }: World, body: unknown = sessionBody(shop.test.publishableKey)) =>
  postSession(house, typeof body === 'string' ? body : JSON.stringify(body))

export const postSession = (
  { app }: World['house'],
  body: string,
  headers: Readonly<Record<string, string>> = { origin: shopOrigin },
): Promise<Response> =>
  Promise.resolve(request(app).post('/v1/sessions').set('content-type', 'text/plain').set(headers).send(body))

/** Where nobody can be added, the one that is there. */
const ownPerson = (world: World): Promise<SignedIn> =>
  signInTo(world.house, world.shop.organizationId).catch(() => world.person)

/** A refresh token is good once, and who leaves is out: such calls get a person of their own. */
export const sendAsPerson = async (
  world: World,
  method: string,
  { path, body, raw, as }: Honest,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const person =
    as ??
    (['/refresh', '/sign-out', '/leave'].includes(path) || path.endsWith('/transfer')
      ? await ownPerson(world)
      : world.person)
  const verb = method.toLowerCase() as 'get' | 'post' | 'patch'
  return callConsole(world.house, { method: verb, path, body: raw ?? body, cookie: person.cookie, headers })
}
