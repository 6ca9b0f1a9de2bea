import type { Request, Response } from 'express'
import { isAllowed } from '#contract/roles.ts'
import type { DoorDeps } from './authenticate.ts'
import {
  authenticateOperator,
  authenticatePerson,
  authenticatePublishableKey,
  authenticateSecretKey,
  guardConsole,
  isMutation,
  publishableCaller,
  type KeyCaller,
} from './authenticate.ts'
import { AppError } from '../app-error.ts'
import type { Person } from './authenticators.ts'
import type { Mode } from '../documents/port.ts'
import type { Caller } from './caller.ts'
import { checkIdempotencyKey, freesKey, type Idempotency } from './idempotency.ts'
import { csvBody, parseJsonBody } from './json-body.ts'
import { countersOf, type Limits } from './limits.ts'
import { isForPages } from './for-pages.ts'
import { isOrigin } from './origin.ts'
import { isOpenWhenClosed, isOwnAccount } from './own-account.ts'
import { parseWith, queryOf } from './parse.ts'
import { Download, EventStream, StoredReply, type Answer, type RequestContext, type Route } from './route.ts'
import { problemOf, written, type Written } from './respond.ts'

export interface Door extends DoorDeps {
  readonly limits: Limits
  readonly idempotency: Idempotency
  readonly hops: number
  /** A session was refused for its key's limit: a missing session then says nothing about the shopper. */
  readonly sessionRefused?: (merchantId: string, mode: Mode) => void
}

/** One request on its way in. */
export interface Visit {
  readonly route: Route
  readonly request: Request
  readonly response: Response
  readonly context: RequestContext
  /** Set for answers that a browser of the merchant's origin may read. */
  readonly cors: (origin: string) => void
  /** Whose key it is, as soon as that is known; what is refused later is still its request. */
  readonly keyed: (caller: KeyCaller) => void
  /** Whose key it is that opens nothing: revoked, over, or of the other kind. */
  readonly refusedKey: (caller: KeyCaller) => void
  /** The same of a person. */
  readonly signedIn: (caller: Person) => void
}

interface Admitted {
  readonly caller: Caller
  readonly body: unknown
}

const isCsv = ({ headers }: Request): boolean => /^text\/csv(?:;|$)/i.test(headers['content-type'] ?? '')

const bodyOf = ({ route, request, context }: Visit): unknown => {
  if (route.takesCsv === true && isCsv(request)) return csvBody(context.rawBody)
  return route.body || context.rawBody.length > 0 ? parseJsonBody(context.rawBody) : undefined
}

const admitSecretKey = async (door: Door, visit: Visit): Promise<Admitted> => {
  const { request, response, route, context } = visit
  if (route.caller !== 'secret-key') throw new AppError('key_scope')
  const target = request.originalUrl
  const caller = await authenticateSecretKey(door, {
    request,
    target,
    rawBody: context.rawBody,
    scope: route.scope,
    address: context.ip,
    refused: visit.refusedKey,
    afterKey: (known) => {
      visit.keyed(known)
      return door.limits.check(route.limit ?? 'api', { kind: 'id', value: known.keyId }, request, response)
    },
  })
  if (isMutation(route.method)) checkIdempotencyKey(context.idempotencyKey)
  return { caller, body: isMutation(route.method) ? bodyOf(visit) : undefined }
}

/** The address is counted before the body is read: garbage is not free. */
const admitPublishableKey = async (door: Door, visit: Visit): Promise<Admitted> => {
  const { request, response, context } = visit
  const { own, address } = countersOf('sessions')
  if (address) await door.limits.check(address, { kind: 'address', value: context.ip }, request, response)
  const body = bodyOf(visit)
  const key = await authenticatePublishableKey(door, body, visit.refusedKey)
  visit.keyed(publishableCaller(key))
  if (context.origin !== null) {
    if (!isOrigin(context.origin) || !key.origins.includes(context.origin)) throw new AppError('origin_not_allowed')
    visit.cors(context.origin)
  }
  await door.limits.check(own, { kind: 'id', value: key.keyId }, request, response).catch((error: unknown) => {
    door.sessionRefused?.(key.merchantId, key.mode)
    throw error
  })
  return { caller: publishableCaller(key), body }
}

const admitPerson = async (door: Door, visit: Visit): Promise<Admitted> => {
  const { request, response, route } = visit
  guardConsole(door, request)
  const caller = await authenticatePerson(door, request)
  visit.signedIn(caller)
  await door.limits.check(route.limit ?? 'console', { kind: 'id', value: caller.personId }, request, response)
  if (route.caller !== 'person' || !isAllowed(caller.role, route.permission)) throw new AppError('role_insufficient')
  if (caller.owesSecondFactor === true && !isOwnAccount(route.permission)) throw new AppError('second_factor_required')
  if (caller.organizationClosed === true && !isOpenWhenClosed(route.permission))
    throw new AppError('organization_closed')
  return { caller, body: isMutation(route.method) ? bodyOf(visit) : undefined }
}

const admitOperator = async (door: Door, visit: Visit): Promise<Admitted> => {
  const { request, response, route } = visit
  guardConsole(door, request)
  const caller = await authenticateOperator(door, request)
  await door.limits.check(route.limit ?? 'console', { kind: 'id', value: caller.operatorId }, request, response)
  if (caller.owesSecondFactor && route.beforeSecondFactor !== true) throw new AppError('second_factor_required')
  return { caller, body: isMutation(route.method) ? bodyOf(visit) : undefined }
}

const admitAnyone = async (door: Door, visit: Visit): Promise<Admitted> => {
  const { request, response, route, context } = visit
  if (isForPages(route.path)) guardConsole(door, request)
  if (route.limit) {
    const { own, address } = countersOf(route.limit)
    await door.limits.check(address ?? own, { kind: 'address', value: context.ip }, request, response)
  }
  return { caller: { kind: 'anyone' }, body: isMutation(route.method) ? bodyOf(visit) : undefined }
}

const admitting = {
  'secret-key': admitSecretKey,
  'publishable-key': admitPublishableKey,
  person: admitPerson,
  operator: admitOperator,
  anyone: admitAnyone,
}

const limitAccount = async (door: Door, { route, request, response, context }: Visit, body: unknown): Promise<void> => {
  if (!route.limit || !route.limitAlsoBy) return
  const counted = { kind: 'account', value: route.limitAlsoBy(body, context) } as const
  await door.limits.check(countersOf(route.limit).own, counted, request, response)
}

const run = async (door: Door, visit: Visit, { caller, body }: Admitted): Promise<Answer<unknown>> => {
  const { route, request, context } = visit
  const parsed = route.body ? parseWith(route.body, body) : undefined
  await limitAccount(door, visit, parsed)
  const query = route.query ? parseWith(route.query, queryOf(request.originalUrl)) : undefined
  return route.handle({ caller, params: request.params as Record<string, string>, body: parsed, query, context })
}

const kept = async (door: Door, visit: Visit, admitted: Admitted): Promise<Written> => {
  try {
    const answer = await run(door, visit, admitted)
    if (answer instanceof EventStream || answer instanceof Download) throw new Error('a stream cannot be kept')
    return written(answer, visit.route.status ?? 200)
  } catch (error) {
    if (freesKey(error)) throw error
    return problemOf(error, visit.context.requestId)
  }
}

/** Size came first; now key, limit, timestamp, signature, nonce, then the body's form, then the handler, once per key. */
export const enter = async (door: Door, visit: Visit): Promise<Answer<unknown>> => {
  const { route, context, request } = visit
  const admitted = await admitting[route.caller](door, visit)
  const { caller } = admitted
  const keepsAnswer = caller.kind === 'secret-key' && isMutation(route.method) && route.idempotency !== 'order'
  if (!keepsAnswer) return run(door, visit, admitted)
  const { rawBody, idempotencyKey } = context
  const call = { caller, method: route.method, path: request.path, key: idempotencyKey ?? '', rawBody }
  return door.idempotency(call, async () => {
    const { status, json, headers } = await kept(door, visit, admitted)
    return new StoredReply(json, { status, headers })
  })
}
