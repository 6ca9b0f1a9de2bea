import type { Response } from 'supertest'
import type { ProblemCode } from '#contract/problem.ts'
import { createApiKey } from '../../platform/keys/api-key.ts'
import { codesOf } from '../../platform/http/description/codes.ts'
import type { Route } from '../../platform/http/route.ts'
import { newKey, send, type SignedCall } from '../house.ts'
import type { Case, Cases } from './case.ts'
import { consoleCases } from './console-cases.ts'
import { reviewCases } from './review-cases.ts'
import type { Honest } from './honest.ts'
import { isOperators, operatorCases } from './operator-requests.ts'
import { honest, postSession, sessionBody } from './requests.ts'
import type { World, Worlds } from './world.ts'

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`

export const honestOf = async (route: Route, world: World): Promise<Honest> => {
  const build = honest[nameOf(route)]
  if (!build) throw new Error(`${nameOf(route)} has no honest request in testing/wire/requests.ts`)
  return build(world)
}

/** Of an issuer that publishes it for tests; in a field nobody declared. */
const withCardNumber = (body: unknown): unknown => ({ ...(body as object), note: '4111111111111111' })

const withoutHeader = (name: string) => ({ [name]: '' })
const wrongId = (path: string): string =>
  path
    .replace(/(asm|ses|lst|imp|rev|rul)_[0-9A-Z]+/, (_, prefix: string) => `${prefix}_${'0'.repeat(26)}`)
    .replace(/^\/v1\/orders\/[^/]+/, '/v1/orders/nobody')
const wrongIds = (body: unknown): unknown => (body === undefined ? body : JSON.parse(wrongId(JSON.stringify(body))))

const asStore =
  (route: Route, more: Partial<SignedCall> = {}) =>
  async (world: World): Promise<Response> => {
    const { path, body } = await honestOf(route, world)
    const call = { method: route.method, path, body, keys: world.shop.test, ...more }
    return send(world.house, call)
  }

/** Both headers that can carry a key: reads send one, mutations the other. */
const withKey = (token: string) => ({
  headers: { authorization: token === '' ? '' : `Bearer ${token}`, 'x-api-key': token },
})

const keyCases = (route: Route, { usual }: Worlds): Cases => {
  const wrong = (told: string, token: string): Case => ({ told, send: () => asStore(route, withKey(token))(usual) })
  return {
    key_missing: wrong('without a key', ''),
    key_malformed: wrong(
      'with a mistyped key',
      usual.shop.test.secretKey.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
    ),
    key_unknown: wrong('with a key nobody issued', createApiKey('secret', 'test')),
    key_revoked: wrong('with a revoked key', usual.revoked.secretKey),
    key_scope: wrong('with the publishable key', usual.shop.test.publishableKey),
    key_network: wrong('with a key that is kept to another network', usual.fenced.secretKey),
  }
}

const signedCases = (route: Route, { usual, forgetful }: Worlds): Cases => {
  const signed = (told: string, more: Partial<SignedCall>): Case => ({ told, send: () => asStore(route, more)(usual) })
  const nonce = newKey()
  return {
    signature_missing: signed('without `X-Signature`', { headers: withoutHeader('x-signature') }),
    signature_invalid: signed('with another signature', { headers: { 'x-signature': '0'.repeat(64) } }),
    timestamp_skewed: signed('signed ten minutes ago', { now: Date.now() - 600_000 }),
    nonce_invalid: signed('with a nonce of 5 characters', { nonce: 'short' }),
    nonce_replayed: {
      told: 'with a nonce that was used before',
      send: async () => {
        await asStore(route, { nonce })(usual)
        return asStore(route, { nonce })(usual)
      },
    },
    starting: { told: 'while nonces cannot be claimed', send: () => asStore(route)(forgetful) },
    idempotency_key_missing: signed('without `Idempotency-Key`', { headers: withoutHeader('idempotency-key') }),
    idempotency_key_reused: {
      told: 'with the key of another body',
      send: async () => {
        const idempotencyKey = newKey()
        // One address for both: the key's scope includes it.
        const { path } = await honestOf(route, usual)
        await asStore(route, { idempotencyKey, path })(usual)
        return asStore(route, { idempotencyKey, path, body: { order: { id: 'other', amount: 1, currency: 'EUR' } } })(
          usual,
        )
      },
    },
    idempotency_in_progress: {
      told: 'with the key of a call that still runs',
      send: () => firstInProgress(route, usual),
    },
  }
}

/** Eight at once: all but one meet the first while it runs, or its stored answer. */
const firstInProgress = async (route: Route, world: World): Promise<Response> => {
  for (;;) {
    const { path, body } = await honestOf(route, world)
    const call = { method: route.method, path, body, keys: world.shop.test, idempotencyKey: newKey() }
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(world.house, call)))
    const running = answers.find(({ status }) => status === 409)
    if (running) return running
  }
}

const twice = async (once: () => Promise<Response>): Promise<Response> => {
  await once()
  return once()
}

/** Empty, unless nothing is required of the body. */
const nothingGood = ({ path }: Route): unknown => (path.endsWith('/escalate') ? { note: 1 } : {})

const storeCases = (route: Route, worlds: Worlds): Cases => {
  const { usual, limited, production, broken } = worlds
  const call = (world: World, more: Partial<SignedCall> = {}) => asStore(route, more)(world)
  return {
    ...keyCases(route, worlds),
    ...(route.method === 'GET' ? {} : signedCases(route, worlds)),
    body_too_large: { told: 'with 70,000 bytes', send: () => call(usual, { body: 'x'.repeat(70_000) }) },
    body_malformed: { told: 'with `{`', send: () => call(usual, { body: '{' }) },
    validation_failed: {
      told: route.query ? 'with `?limit=0`' : `with \`${JSON.stringify(nothingGood(route))}\``,
      send: () =>
        route.query ? call(usual, { path: `${route.path}?limit=0` }) : call(usual, { body: nothingGood(route) }),
    },
    ...reviewCases(
      usual,
      () => honestOf(route, usual),
      ({ path, body }) => call(usual, { path, body }),
    ),
    card_number_refused: {
      told: 'with a card number in any field',
      send: async () => call(usual, { body: withCardNumber((await honestOf(route, usual)).body) }),
    },
    not_found: {
      told: 'with an id of nobody, or of another store',
      send: async () => {
        const { path, body } = await honestOf(route, usual)
        return call(usual, { path: wrongId(path), body: wrongIds(body) })
      },
    },
    rate_limited: { told: 'more often than the limit', send: () => twice(() => call(limited)) },
    https_required: { told: 'in production without TLS', send: () => call(production) },
    // Of a store that nothing is remembered of: an order of a known one is told to come back (not_durable).
    internal: { told: 'while the database is gone', send: () => call(broken, { keys: broken.other.test }) },
  }
}

const pageCases = (worlds: Worlds): Cases => {
  const { usual, limited, production, broken } = worlds
  const withToken = (told: string, key: string): Case => ({
    told,
    send: () => postSession(usual.house, JSON.stringify(sessionBody(key))),
  })
  const own = ({ house, shop }: World) => postSession(house, JSON.stringify(sessionBody(shop.test.publishableKey)))
  const typo = usual.shop.test.publishableKey.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))
  return {
    key_missing: { told: 'without `key`', send: () => postSession(usual.house, '{}') },
    key_malformed: withToken('with a mistyped key', typo),
    key_unknown: withToken('with a key nobody issued', createApiKey('publishable', 'test')),
    key_revoked: withToken('with a revoked key', usual.revoked.publishableKey),
    key_scope: withToken('with a secret key', usual.shop.test.secretKey),
    origin_not_allowed: {
      told: 'from a page of another origin',
      send: () =>
        postSession(usual.house, JSON.stringify(sessionBody(usual.shop.test.publishableKey)), {
          origin: 'https://elsewhere.example',
        }),
    },
    body_too_large: { told: 'with 70,000 bytes', send: () => postSession(usual.house, 'x'.repeat(70_000)) },
    body_malformed: { told: 'with `{`', send: () => postSession(usual.house, '{') },
    validation_failed: {
      told: 'with `v: 2`',
      send: () => postSession(usual.house, JSON.stringify({ key: usual.shop.test.publishableKey, v: 2 })),
    },
    rate_limited: { told: 'more often than the limit', send: () => twice(() => own(limited)) },
    https_required: { told: 'in production without TLS', send: () => own(production) },
    internal: { told: 'while the database is gone', send: () => own(broken) },
  }
}

/** Ways to meet each code that the route's declaration promises. */
export const casesOf = (route: Route, worlds: Worlds): readonly (readonly [ProblemCode, Case | undefined])[] => {
  const all =
    route.caller === 'secret-key'
      ? storeCases(route, worlds)
      : route.caller === 'publishable-key'
        ? pageCases(worlds)
        : isOperators(route)
          ? operatorCases(route, worlds)
          : consoleCases(route, worlds)
  return [...new Set(codesOf(route))].map((code) => [code, all[code]])
}
