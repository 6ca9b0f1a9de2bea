import { KeySecrets, NewKey, RevokedKey, RotateKey } from '#contract/console.ts'
import { route, type Route } from '../../platform/http/route.ts'
import { storeOf, type Store } from '../../platform/http/store-of.ts'
import type { Actor } from '../audit/service.ts'
import type { ApiKeyService } from './service.ts'

const keys = '/console/v1/stores/:store/:mode/keys'
const hourMs = 3_600_000

const actorOf = ({ person }: Store): Actor => ({ type: 'person', id: person.personId })

const selected = ({ merchantId, mode }: Store, params: Readonly<Record<string, string>>) => ({
  keyId: params['id'] ?? '',
  within: { merchantId, mode },
})

const iso = (at: number): string => new Date(at).toISOString()

export const apiKeyRoutes = (apiKeys: ApiKeyService): readonly Route[] => [
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
      const created = await apiKeys.create(actorOf(store), { merchantId, mode, name: body.name ?? '' })
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
