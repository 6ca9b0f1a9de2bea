import type { Response } from 'supertest'
import { isAllowed } from '#contract/roles.ts'
import type { Route } from '../../platform/http/route.ts'
import { signInTo } from '../console.ts'
import { lookAt } from '../operator.ts'
import { accountCases } from './account-cases.ts'
import type { Cases } from './case.ts'
import { closingCases } from './closing-requests.ts'
import { reviewCases } from './review-cases.ts'
import type { Honest } from './honest.ts'
import { organisationCases } from './organisation-requests.ts'
import { honest, sendAsPerson } from './requests.ts'
import type { World, Worlds } from './world.ts'

const noOrigin = { 'x-goodfaith-console': '' }

/** Open to every role of people: only who looks is refused. */
const isAsking = ({ permission }: Route): boolean => permission !== undefined && isAllowed('viewer', permission)

/** Routes of the dashboard, and those that anyone may call. */
export const consoleCases = (route: Route, worlds: Worlds): Cases => {
  const { usual, limited, production, broken } = worlds
  const honestOf = async (world: World): Promise<Honest> => {
    const build = honest[`${route.method} ${route.path}`]
    if (!build) throw new Error(`${route.path} has no honest request`)
    return build(world)
  }
  const call = async (
    world: World,
    change: (sent: Honest) => Honest = (sent) => sent,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> => {
    return sendAsPerson(world, route.method, change(await honestOf(world)), headers)
  }
  const otherStore = ({ path, ...rest }: Honest): Honest => ({
    ...rest,
    path: path
      .replace(usual.shop.merchantId, usual.other.merchantId)
      .replace(/\/(usr|inv|org|psk)_[0-9A-Z]{26}/, (_, prefix: string) => `/${prefix}_${'0'.repeat(26)}`),
  })
  return {
    sign_in_required: { told: 'without signing in', send: () => call(usual, undefined, { cookie: '' }) },
    sign_in_failed: {
      told: 'with a wrong password',
      send: () => call(usual, ({ path }) => ({ path, body: { email: 'jo@example.com', password: 'wrong' } })),
    },
    origin_not_allowed: { told: 'from a foreign page', send: () => call(usual, undefined, noOrigin) },
    role_insufficient: {
      told: isAsking(route) ? 'as the operator who looks' : 'as a viewer',
      send: async () => {
        const { organizationId } = usual.shop
        const viewer = isAsking(route)
          ? await lookAt(usual.house, organizationId)
          : await signInTo(usual.house, organizationId, 'viewer')
        return call(usual, undefined, { cookie: viewer.cookie })
      },
    },
    body_too_large: {
      told: 'with 70,000 bytes',
      send: () => call(usual, ({ path }) => ({ path, body: { q: 'x'.repeat(70_000) } })),
    },
    body_malformed: { told: 'with `{`', send: () => call(usual, ({ path }) => ({ path, raw: '{' })) },
    validation_failed: {
      told: route.query ? 'with a wrong query' : 'with a field of the wrong type',
      send: () => call(usual, ({ path }) => wrong(route, path)),
    },
    card_number_refused: {
      told: 'with a card number in any field',
      send: () => call(usual, ({ path, body }) => ({ path, body: { ...(body as object), note: '4111111111111111' } })),
    },
    ...reviewCases(
      usual,
      () => honestOf(usual),
      (sent) => sendAsPerson(usual, route.method, sent),
    ),
    not_found: route.path.includes(':')
      ? { told: 'with an id of nobody, or of another store', send: () => call(usual, otherStore) }
      : {
          told: 'with a token nobody was sent',
          send: () => call(usual, ({ path, body }) => ({ path, body: { ...(body as object), token: 'x'.repeat(43) } })),
        },
    ...organisationCases(usual, (sent, cookie) => sendAsPerson(usual, route.method, sent, { cookie }), route),
    rate_limited: {
      told: 'more often than the limit',
      send: async () => {
        if (route.caller === 'anyone' || route.limit) await call(limited)
        else await sendAsPerson(limited, 'GET', { path: '/me' })
        return sendAsPerson(limited, route.method, await honestOf(limited), { cookie: limited.person.cookie })
      },
    },
    ...accountCases(route, worlds, call, () => honestOf(usual)),
    ...closingCases(route, usual, call),
    https_required: { told: 'in production without TLS', send: () => call(production) },
    internal: { told: 'while the database is gone', send: () => call(broken) },
  }
}

const wrong = (route: Route, path: string): Honest =>
  route.query
    ? { path: `${path.split('?')[0] ?? ''}?limit=0&day=x&margin=2` }
    : { path, body: { email: 1, q: 1, name: 1, part: 1, note: 1, plan: 1, rule: 1 } }
