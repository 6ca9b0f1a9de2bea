import type { Response } from 'supertest'
import type { SignInChallenge, TotpStart } from '#contract/console.ts'
import type { Route } from '../../platform/http/route.ts'

import { aReason, callOperator, codeAt, operatorSession, signInOperator, type NewOperator } from '../operator.ts'
import type { Case, Cases } from './case.ts'
import type { World, Worlds } from './world.ts'

const base = '/operator/v1'
const noToken = 'x'.repeat(43)
const nobodysCookie = `goodfaith_operator=ops_${'0'.repeat(26)}.${noToken}`

/** What an honest operator sends, and with which cookie. */
export interface OperatorRequest {
  readonly path: string
  readonly body?: unknown
  readonly cookie?: string
}
type Build = (world: World) => Promise<OperatorRequest>

const operators = new WeakMap<World, Promise<string>>()

/** Signed in with an app; where nobody can be made, nobody is. */
const cookieIn = (world: World): Promise<string> => {
  const known = operators.get(world)
  if (known) return known
  const made = operatorSession(world.house, 'full').then(
    ({ enrolling: cookie }) => cookie,
    () => nobodysCookie,
  )
  operators.set(world, made)
  return made
}

const nobody: NewOperator = { id: '', email: 'nobody@operator.example', password: 'x', enrolling: '' }
const newcomer = async ({ house }: World): Promise<NewOperator> => {
  const made = await operatorSession(house, 'enrolling').catch(() => nobody)
  return made.enrolling === '' ? { ...made, enrolling: nobodysCookie } : made
}

const startTotp = async ({ house }: World, cookie: string): Promise<string> => {
  const answer = await callOperator(house, { method: 'post', path: '/totp/start', cookie })
  return (answer.body as Partial<TotpStart>).secret ?? 'AAAAAAAAAAAAAAAA'
}

const challenged: Build = async ({ house }) => {
  const made = await signInOperator(house).catch(() => ({ ...nobody, secret: 'AAAAAAAAAAAAAAAA' }))
  const { email, password, secret } = made
  const answer = await callOperator(house, { method: 'post', path: '/sign-in', body: { email, password } })
  const { challenge = noToken } = answer.body as Partial<SignInChallenge>
  return { path: '/sign-in/second', body: { challenge, code: codeAt(secret, Date.now() + 30_000) } }
}

/** Set up beside the door, so that no limit has counted anything yet. */
const withApp = async ({ house }: World) => {
  const made = await operatorSession(house, 'full')
  const { accounts, factors } = house.foundation.operators
  const operator = await accounts.get(made.id)
  const { secret } = await factors.start(operator)
  await factors.confirm(operator, codeAt(secret, Date.now()))
  return { ...made, secret }
}

const renewal: Build = async (world) => {
  const unmade = { ...nobody, enrolling: nobodysCookie, secret: 'AAAAAAAAAAAAAAAA' }
  const { password, secret, enrolling: cookie } = await withApp(world).catch(() => unmade)
  return { path: '/recovery-codes', body: { password, code: codeAt(secret, Date.now() + 30_000) }, cookie }
}

const signed =
  (build: (world: World) => Omit<OperatorRequest, 'cookie'>): Build =>
  async (world) => ({ ...build(world), cookie: await cookieIn(world) })

const honestOperator: Readonly<Record<string, Build>> = {
  'POST /operator/v1/sign-in': async (world) => {
    const { email, password } = await newcomer(world)
    return { path: '/sign-in', body: { email, password } }
  },
  'POST /operator/v1/sign-in/second': challenged,
  'GET /operator/v1/me': signed(() => ({ path: '/me' })),
  'POST /operator/v1/sign-out': async (world) => ({ path: '/sign-out', cookie: (await newcomer(world)).enrolling }),
  'POST /operator/v1/totp/start': async (world) => ({
    path: '/totp/start',
    cookie: (await newcomer(world)).enrolling,
  }),
  'POST /operator/v1/totp/confirm': async (world) => {
    const { enrolling: cookie } = await newcomer(world)
    return { path: '/totp/confirm', body: { code: codeAt(await startTotp(world, cookie), Date.now()) }, cookie }
  },
  'POST /operator/v1/recovery-codes': renewal,
  'GET /operator/v1/organizations': signed(() => ({ path: '/organizations?q=shop' })),
  'GET /operator/v1/organizations/:id': signed(({ shop }) => ({ path: `/organizations/${shop.organizationId}` })),
  'POST /operator/v1/organizations/:id/impersonate': signed(({ shop }) => ({
    path: `/organizations/${shop.organizationId}/impersonate`,
    body: { reason: aReason },
  })),
}

export const isOperators = ({ path }: Route): boolean => path.startsWith(base)

const honestOf = async (route: Route, world: World): Promise<OperatorRequest> => {
  const build = honestOperator[`${route.method} ${route.path}`]
  if (!build) throw new Error(`${route.path} has no honest request in testing/wire/operator-requests.ts`)
  return build(world)
}

const send = (
  world: World,
  route: Route,
  { path, body, cookie }: OperatorRequest,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => {
  const method = route.method.toLowerCase() as 'get' | 'post'
  return callOperator(world.house, { method, path, body, headers, ...(cookie !== undefined && { cookie }) })
}

export const sendHonestOperator = async (route: Route, world: World): Promise<Response> =>
  send(world, route, await honestOf(route, world))

const whereOff = async (route: Route, world: World): Promise<Response> => {
  const { organizationId } = await world.house.createMerchant('Closed')
  const person = { kind: 'person', personId: 'usr_0', organizationId, role: 'owner', merchantIds: [] } as const
  const caller = { ...person, sessionFamily: '', accessExpiresAt: 0 }
  await world.house.foundation.operators.impersonations.allow(caller, false)
  const cookie = await cookieIn(world)
  return send(world, route, {
    ...{ path: `/organizations/${organizationId}/impersonate`, body: { reason: aReason }, cookie },
  })
}

/** Ways to meet each code of the operator's routes. */
export const operatorCases = (route: Route, { usual, limited, production, broken }: Worlds): Cases => {
  const call = async (
    world: World,
    change: Partial<OperatorRequest> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> => send(world, route, { ...(await honestOf(route, world)), ...change }, headers)
  const withBody = (told: string, more: object): Case => ({
    told,
    send: async () => {
      const honest = await honestOf(route, usual)
      return send(usual, route, { ...honest, body: { ...(honest.body as object), ...more } })
    },
  })
  const nobodys = `/organizations/org_${'0'.repeat(26)}${route.path.endsWith('/impersonate') ? '/impersonate' : ''}`
  return {
    sign_in_required: { told: 'without signing in', send: () => call(usual, { cookie: '' }) },
    sign_in_failed: withBody('with a wrong password', { password: 'wrong' }),
    origin_not_allowed: {
      told: 'from a foreign page',
      send: () => call(usual, {}, { origin: 'https://evil.example' }),
    },
    second_factor_required: {
      told: 'before an app is set up',
      send: async () => call(usual, { cookie: (await newcomer(usual)).enrolling }),
    },
    code_wrong: withBody('with another code', { code: '000000' }),
    challenge_over: withBody('with a challenge of nobody', { challenge: noToken }),
    impersonation_off: { told: 'where the merchant said no', send: () => whereOff(route, usual) },
    card_number_refused: withBody('with a card number in the reason', { reason: 'Card 4111111111111111 fails' }),
    not_found: { told: 'with an id of nobody', send: () => call(usual, { path: nobodys }) },
    body_too_large: { told: 'with 70,000 bytes', send: () => call(usual, { body: 'x'.repeat(70_000) }) },
    body_malformed: { told: 'with `{`', send: () => call(usual, { body: '{' }) },
    validation_failed: route.query
      ? {
          told: 'with a query that is too long',
          send: () => call(usual, { path: `/organizations?q=${'x'.repeat(130)}` }),
        }
      : { told: 'with an empty body', send: () => call(usual, { body: {} }) },
    rate_limited: {
      told: 'more often than the limit',
      send: async () => {
        const sent = await honestOf(route, limited)
        if (route.path.endsWith('/sign-out'))
          await callOperator(limited.house, { path: '/me', cookie: sent.cookie ?? '' })
        else await send(limited, route, sent)
        return send(limited, route, sent)
      },
    },
    https_required: { told: 'in production without TLS', send: () => call(production) },
    internal: { told: 'while the database is gone', send: () => call(broken) },
  }
}
