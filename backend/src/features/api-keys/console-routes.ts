import {
  FinishedKey,
  KeyRequestQuery,
  KeyRequests,
  Keys,
  KeySecrets,
  NewKey,
  RevokedKey,
  RotateKey,
} from '#contract/console.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Clock } from '../../platform/clock.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf, type Store } from '../../platform/http/store-of.ts'
import type { Actor } from '../audit/service.ts'
import type { RequestLog } from './requests/log.ts'
import { adaptKeyRow } from './row.ts'
import type { ApiKeyService } from './service.ts'

export interface ApiKeyRouteDeps {
  readonly apiKeys: ApiKeyService
  readonly requests: Pick<RequestLog, 'read'>
  readonly clock: Clock
}

const keys = '/console/v1/stores/:store/:mode/keys'
const hourMs = 3_600_000

const actorOf = ({ person }: Store): Actor => ({ type: 'person', id: person.personId })

const selected = ({ merchantId, mode }: Store, params: Readonly<Record<string, string>>) => ({
  keyId: params['id'] ?? '',
  within: { merchantId, mode },
})

const iso = (at: number): string => new Date(at).toISOString()

const reading = ({ apiKeys, requests, clock }: ApiKeyRouteDeps): readonly Route[] => [
  route({
    method: 'GET',
    path: keys,
    summary: 'Keys of the store in this mode, newest first, without their secrets',
    reads: 'key',
    caller: 'person',
    permission: 'keys.read',
    reply: Keys,
    handle: async ({ caller, params }) => {
      const { merchantId, mode } = storeOf(caller, params)
      return { data: (await apiKeys.list(merchantId, mode)).map((key) => adaptKeyRow(key, clock())) }
    },
  }),
  route({
    method: 'GET',
    path: `${keys}/:id/requests`,
    summary: 'What was asked with a key in the last 30 days, newest first; a request shows within seconds',
    reads: 'key',
    caller: 'person',
    permission: 'keys.read',
    query: KeyRequestQuery,
    reply: KeyRequests,
    handle: async ({ caller, params, query }) => {
      const { merchantId, mode } = storeOf(caller, params)
      const { id: keyId = '' } = params
      if (!(await apiKeys.list(merchantId, mode)).some(({ id }) => id === keyId)) throw new AppError('not_found')
      return requests.read({ merchantId, mode, keyId }, query)
    },
  }),
]

const making = ({ apiKeys }: ApiKeyRouteDeps): readonly Route[] => [
  route({
    method: 'POST',
    path: keys,
    summary: 'Make one more secret key; its secrets are in this answer and never again',
    caller: 'person',
    permission: 'keys.change',
    status: 201,
    body: NewKey,
    reply: KeySecrets,
    handle: async ({ caller, params, body }) => {
      const store = storeOf(caller, params)
      const { merchantId, mode } = store
      const created = await apiKeys.create(actorOf(store), {
        ...{ merchantId, mode, name: body.name ?? '', scopes: body.scopes, networks: body.networks },
        expiresAt: body.expires_at ? Date.parse(body.expires_at) : null,
      })
      return {
        id: created.keyId,
        mode,
        secret_key: created.secretKey,
        signing_secret: created.signingSecret,
        previous_valid_until: null,
      }
    },
  }),
  route({
    method: 'POST',
    path: `${keys}/:id/rotate`,
    summary: 'Replace the secret key, the signing secret or both; the former ones stay good for a while',
    caller: 'person',
    permission: 'keys.change',
    body: RotateKey,
    reply: KeySecrets,
    handle: async ({ caller, params, body }) => {
      const store = storeOf(caller, params)
      const wanted = { ...selected(store, params), part: body.part, overlapMs: body.overlap_hours * hourMs }
      const rotated = await apiKeys.rotate(actorOf(store), wanted)
      return {
        id: rotated.keyId,
        mode: store.mode,
        secret_key: rotated.secretKey ?? null,
        signing_secret: rotated.signingSecret ?? null,
        previous_valid_until: iso(rotated.previousValidUntil),
      }
    },
  }),
]

const ending = ({ apiKeys }: ApiKeyRouteDeps): readonly Route[] => [
  route({
    method: 'POST',
    path: `${keys}/:id/finish`,
    summary: 'End the former secrets of a rotation before their time',
    caller: 'person',
    permission: 'keys.change',
    reply: FinishedKey,
    handle: async ({ caller, params }) => {
      const store = storeOf(caller, params)
      const finished = await apiKeys.finish(actorOf(store), selected(store, params))
      return { id: finished.keyId, former_ended_at: iso(finished.endedAt) }
    },
  }),
  route({
    method: 'POST',
    path: `${keys}/:id/revoke`,
    summary: 'End a key now; what uses it is refused within 2 seconds',
    caller: 'person',
    permission: 'keys.change',
    reply: RevokedKey,
    handle: async ({ caller, params }) => {
      const store = storeOf(caller, params)
      const revoked = await apiKeys.revoke(actorOf(store), selected(store, params))
      return { id: revoked.keyId, revoked_at: iso(revoked.revokedAt) }
    },
  }),
]

export const apiKeyRoutes = (deps: ApiKeyRouteDeps): readonly Route[] => [
  ...reading(deps),
  ...making(deps),
  ...ending(deps),
]
