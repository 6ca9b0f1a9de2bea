import type { z } from 'zod'
import {
  OperatorMe,
  OperatorOrganizationDetail,
  OperatorOrganizations,
  OperatorOrganizationsQuery,
  OperatorSignInAnswer,
  RenewRecoveryCodes,
  StartedImpersonation,
  StartImpersonation,
} from '#contract/operator.ts'
import { Done, RecoveryCodes, SecondStep, SignIn, TotpConfirm, TotpStart } from '#contract/console.ts'
import { AppError } from '../../platform/app-error.ts'
import type { Operator } from '../../platform/http/authenticators.ts'
import type { Caller } from '../../platform/http/caller.ts'
import type { Mode } from '../../platform/documents/port.ts'
import { Reply, route, type RequestContext, type Route } from '../../platform/http/route.ts'
import type { Visitor } from '../accounts/service.ts'
import type { MerchantService } from '../merchants/service.ts'
import type { OperatorCookies } from './cookies.ts'
import type { Crossed } from './crossing.ts'
import { impersonationMs } from './impersonations.ts'
import type { OperatorService } from './service.ts'
import type { SignedInOperator } from './sign-in.ts'

export interface OperatorRouteDeps {
  readonly operators: OperatorService
  readonly merchants: Pick<MerchantService, 'organizations' | 'list'>
  readonly cookies: OperatorCookies
  readonly clock: () => number
  readonly countryOf: (ip: string) => string | null
  readonly clientOf: (userAgent: string) => string | null
  readonly accountKey: (email: string, device: string | undefined) => string
  /** How many people an organisation has. */
  readonly peopleIn: (organizationId: string) => Promise<number>
  readonly ordersSince: (crossed: Crossed, merchantId: string, mode: Mode, since: number) => Promise<number>
}

const base = '/operator/v1'
const done = { done: true as const }
const iso = (at: number): string => new Date(at).toISOString()
const thirtyDaysMs = 30 * 24 * 3_600_000
const mostShown = 100

const operatorOf = (caller: Caller): Operator => {
  if (caller.kind !== 'operator') throw new AppError('sign_in_required')
  return caller
}

const createVisitorOf =
  ({ countryOf, clientOf, cookies }: OperatorRouteDeps) =>
  ({ ip, userAgent, cookie }: RequestContext): Visitor => ({
    ip,
    country: countryOf(ip),
    client: userAgent === null ? null : clientOf(userAgent),
    device: cookies.read(cookie, 'device'),
  })

const createMe =
  ({ operators: { accounts, factors } }: OperatorRouteDeps) =>
  async ({ operatorId, owesSecondFactor, endsAt }: Omit<Operator, 'kind'>): Promise<z.infer<typeof OperatorMe>> => {
    const { id, name, email } = await accounts.get(operatorId)
    const { recovery } = await factors.of(id)
    return {
      operator: { id, name, email },
      owes_second_factor: owesSecondFactor,
      recovery_codes_left: recovery.length,
      ends_at: iso(endsAt),
    }
  }

/** Who was let in, told with the cookie that says so. */
const createWelcome = (deps: OperatorRouteDeps) => {
  const { cookies, clock } = deps
  const me = createMe(deps)
  return async ({ token, session, device }: SignedInOperator) => {
    const { operator_id: operatorId, id: sessionId, stage, expires_at: endsAt } = session
    const value = await me({ operatorId, sessionId, owesSecondFactor: stage === 'enrolling', endsAt })
    const set = [cookies.session(token, endsAt - clock()), cookies.device(device)]
    return new Reply(value, { headers: { 'set-cookie': set } })
  }
}

const signInRoutes = (deps: OperatorRouteDeps): readonly Route[] => {
  const { operators, accountKey, cookies } = deps
  const visitorOf = createVisitorOf(deps)
  const welcome = createWelcome(deps)
  return [
    route({
      method: 'POST',
      path: `${base}/sign-in`,
      summary:
        "The operator's own door: a challenge, or at the first sign-in a session that opens the set-up of an app",
      caller: 'anyone',
      limit: 'sign-in',
      limitAlsoBy: ({ email }, { cookie }) => `operator ${accountKey(email, cookies.read(cookie, 'device'))}`,
      codes: ['sign_in_failed'],
      body: SignIn,
      reply: OperatorSignInAnswer,
      handle: async ({ body, context }) => {
        const answer = await operators.signIn.first(body, visitorOf(context))
        if ('token' in answer) return welcome(answer)
        return { challenge: answer.challenge, expires_at: iso(answer.expiresAt) }
      },
    }),
    route({
      method: 'POST',
      path: `${base}/sign-in/second`,
      summary: 'Answer the challenge with a code of the app, or with a recovery code',
      caller: 'anyone',
      limit: 'sign-in',
      limitAlsoBy: ({ challenge }) => challenge,
      codes: ['code_wrong', 'challenge_over'],
      body: SecondStep,
      reply: OperatorMe,
      handle: async ({ body, context }) =>
        welcome(await operators.signIn.second(body.challenge, body.code, visitorOf(context))),
    }),
  ]
}

const sessionRoutes = (deps: OperatorRouteDeps): readonly Route[] => {
  const { operators, cookies, clock } = deps
  const { accounts, factors, sessions, signIn, impersonations } = operators
  const visitorOf = createVisitorOf(deps)
  const me = createMe(deps)
  return [
    route({
      method: 'GET',
      path: `${base}/me`,
      summary: 'Which operator is signed in, and until when',
      caller: 'operator',
      beforeSecondFactor: true,
      reply: OperatorMe,
      handle: ({ caller }) => me(operatorOf(caller)),
    }),
    route({
      method: 'POST',
      path: `${base}/sign-out`,
      summary: 'End this session, and what is looked at',
      caller: 'operator',
      beforeSecondFactor: true,
      reply: Done,
      handle: async ({ caller }) => {
        const { operatorId, sessionId } = operatorOf(caller)
        await sessions.end(sessionId)
        await impersonations.endOf(operatorId, 'sign_out')
        return new Reply(done, { headers: { 'set-cookie': [cookies.noSession(), cookies.noImpersonation()] } })
      },
    }),
    route({
      method: 'POST',
      path: `${base}/totp/start`,
      summary: 'A secret for an app that makes codes, as text and as a picture; at the first sign-in alone',
      caller: 'operator',
      beforeSecondFactor: true,
      limit: 'own-secrets',
      reply: TotpStart,
      handle: async ({ caller }) => factors.start(await accounts.get(operatorOf(caller).operatorId)),
    }),
    route({
      method: 'POST',
      path: `${base}/totp/confirm`,
      summary: 'The first code: answers ten recovery codes, and a new session that opens everything',
      caller: 'operator',
      beforeSecondFactor: true,
      limit: 'own-secrets',
      codes: ['code_wrong'],
      body: TotpConfirm,
      reply: RecoveryCodes,
      handle: async ({ caller, body, context }) => {
        const { operatorId, sessionId } = operatorOf(caller)
        const operator = await accounts.get(operatorId)
        const codes = await factors.confirm(operator, body.code)
        // What was good for setting up alone does not grow: another token for another right.
        await sessions.end(sessionId)
        const arrival = { operator, stage: 'full', factor: 'totp', visitor: visitorOf(context) } as const
        const { token, session } = await signIn.open(arrival)
        const set = cookies.session(token, session.expires_at - clock())
        return new Reply({ recovery_codes: [...codes] }, { headers: { 'set-cookie': set } })
      },
    }),
  ]
}

const recoveryRoutes = (deps: OperatorRouteDeps): readonly Route[] => {
  const { accounts, renewRecovery } = deps.operators
  const visitorOf = createVisitorOf(deps)
  return [
    route({
      method: 'POST',
      path: `${base}/recovery-codes`,
      summary: 'Ten new recovery codes instead of those that are left, for the password and a code once more',
      caller: 'operator',
      limit: 'own-secrets',
      codes: ['code_wrong'],
      body: RenewRecoveryCodes,
      reply: RecoveryCodes,
      handle: async ({ caller, body, context }) => {
        const operator = await accounts.get(operatorOf(caller).operatorId)
        return { recovery_codes: [...(await renewRecovery(operator, body, visitorOf(context)))] }
      },
    }),
  ]
}

const organizationRoutes = (deps: OperatorRouteDeps): readonly Route[] => {
  const { operators, merchants, cookies, clock, peopleIn, ordersSince } = deps
  const { impersonations, cross } = operators
  return [
    route({
      method: 'GET',
      path: `${base}/organizations`,
      summary: 'Organisations of this installation by name, with how many stores they have',
      caller: 'operator',
      query: OperatorOrganizationsQuery,
      reply: OperatorOrganizations,
      handle: async ({ caller, query }) => {
        await operators.traceListing(operatorOf(caller).operatorId)
        const wanted = (query.q ?? '').toLowerCase()
        const stores = await merchants.list()
        const found = (await merchants.organizations())
          .filter(({ id, name }) => name.toLowerCase().includes(wanted) || id.toLowerCase() === wanted)
          .sort((one, other) => one.name.localeCompare(other.name))
        const data = await Promise.all(
          found.slice(0, mostShown).map(async ({ id, name, created_at: createdAt }) => ({
            ...{ id, name, created_at: iso(createdAt) },
            stores: stores.filter(({ organizationId }) => organizationId === id).length,
            impersonation_allowed: (await impersonations.ruleOf(id)).allowed,
          })),
        )
        return { data, has_more: found.length > mostShown }
      },
    }),
    route({
      method: 'GET',
      path: `${base}/organizations/:id`,
      summary: 'One organisation in numbers: no orders and no people. Leaves a trace in its own audit log',
      caller: 'operator',
      reply: OperatorOrganizationDetail,
      handle: async ({ caller, params }) => {
        const crossed = await cross(operatorOf(caller).operatorId, params['id'] ?? '', 'numbers')
        const { id, name } = crossed.organization
        const since = clock() - thirtyDaysMs
        const counted = async (merchantId: string, mode: Mode) => ({
          orders_30_days: await ordersSince(crossed, merchantId, mode, since),
        })
        const stores = await Promise.all(
          crossed.stores.map(async ({ merchantId, name: store, createdAt }) => ({
            ...{ id: merchantId, name: store, created_at: iso(createdAt) },
            ...{ live: await counted(merchantId, 'live'), test: await counted(merchantId, 'test') },
          })),
        )
        const createdAt = (await merchants.organizations()).find((one) => one.id === id)?.created_at ?? 0
        const { allowed } = await impersonations.ruleOf(id)
        const people = await peopleIn(id)
        return { id, name, created_at: iso(createdAt), impersonation_allowed: allowed, people, stores }
      },
    }),
    route({
      method: 'POST',
      path: `${base}/organizations/:id/impersonate`,
      summary: 'See the organisation as its dashboard shows it, for 30 minutes and without changing anything',
      caller: 'operator',
      limit: 'own-secrets',
      status: 201,
      codes: ['impersonation_off', 'card_number_refused'],
      body: StartImpersonation,
      reply: StartedImpersonation,
      handle: async ({ caller, params, body }) => {
        const { id, token, endsAt } = await impersonations.start(operatorOf(caller), params['id'] ?? '', body.reason)
        const set = cookies.impersonation(token, impersonationMs)
        return new Reply({ id, ends_at: iso(endsAt) }, { status: 201, headers: { 'set-cookie': set } })
      },
    }),
  ]
}

export const operatorRoutes = (deps: OperatorRouteDeps): readonly Route[] => [
  ...signInRoutes(deps),
  ...sessionRoutes(deps),
  ...recoveryRoutes(deps),
  ...organizationRoutes(deps),
]
