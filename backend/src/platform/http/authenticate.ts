import type { IncomingMessage } from 'node:http'
import type { KeyScope } from '#contract/key-scopes.ts'
import { AppError } from '../app-error.ts'
import type { Clock } from '../clock.ts'
import { EphemeralUnavailable, type Ephemeral } from '../ephemeral/port.ts'
import { isWithin } from '../keys/network-range.ts'
import { checkSignature, nonceTtlSeconds } from '../keys/check-signature.ts'
import type { ApiKey, Authenticators, Operator, Person } from './authenticators.ts'
import type { Caller } from './caller.ts'

export interface DoorDeps {
  readonly authenticators: Authenticators
  readonly ephemeral: Ephemeral
  readonly clock: Clock
  /** Where the dashboard lives; requests of a person must come from there. */
  readonly publicOrigin: string | undefined
}

export type KeyCaller = Extract<Caller, { kind: 'secret-key' | 'publishable-key' }>

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

const sentToken = (request: IncomingMessage): string => {
  const bearer = /^Bearer +(\S{1,200})$/i.exec(header(request, 'authorization') ?? '')?.[1]
  const token = bearer ?? header(request, 'x-api-key')
  if (token === undefined || token === '') throw new AppError('key_missing')
  return token
}

const callerOf = ({ kind, merchantId, mode, keyId }: ApiKey): KeyCaller => ({
  kind: kind === 'secret' ? 'secret-key' : 'publishable-key',
  merchantId,
  mode,
  keyId,
})

/** Told of a key that is known and opens nothing here: whose it is has to hear of it. */
type Refused = (caller: KeyCaller) => void

const knownKey = async (
  { authenticators }: DoorDeps,
  token: string,
  kind: ApiKey['kind'],
  refused: Refused,
): Promise<ApiKey> => {
  const key = await authenticators.apiKeys.find(token)
  if (!key) throw new AppError('key_unknown')
  if (!key.revoked && key.kind === kind) return key
  refused(callerOf(key))
  throw new AppError(key.revoked ? 'key_revoked' : 'key_scope')
}

/** A nonce counts as used only once the signature holds. Fails closed: without the claim a replay could pass. */
const claimNonce = async (ephemeral: Ephemeral, keyId: string, nonce: string): Promise<void> => {
  let first: boolean
  try {
    first = await ephemeral.claim(`nonce:${keyId}:${nonce}`, nonceTtlSeconds)
  } catch (cause) {
    if (!(cause instanceof EphemeralUnavailable)) throw cause
    throw new AppError('starting', { detail: 'Nonces cannot be checked right now.', retryAfterSeconds: 2, cause })
  }
  if (!first) throw new AppError('nonce_replayed')
}

const verifySigned = async (
  deps: DoorDeps,
  { request, target, rawBody }: SecretKeyCall,
  key: ApiKey,
): Promise<void> => {
  const headers = {
    timestamp: header(request, 'x-timestamp'),
    nonce: header(request, 'x-nonce'),
    signature: header(request, 'x-signature'),
  }
  const secrets = await deps.authenticators.apiKeys.signingSecrets(key.keyId)
  const signed = { method: request.method ?? '', target, body: rawBody }
  await claimNonce(deps.ephemeral, key.keyId, checkSignature(secrets, headers, signed, deps.clock()))
}

export const isMutation = (method: string): boolean => method !== 'GET' && method !== 'HEAD'

export interface SecretKeyCall {
  readonly request: IncomingMessage
  /** Path with query as it was sent: Express rewrites request.url when routers nest. */
  readonly target: string
  readonly rawBody: Buffer
  readonly scope: KeyScope
  /** As the one function for addresses says. */
  readonly address: string
  /** Runs between the key and the signature: the limit per key. */
  readonly afterKey: (caller: KeyCaller) => Promise<void>
  readonly refused: Refused
}

const checkReach = ({ networks, scopes }: ApiKey, { address, scope }: SecretKeyCall): void => {
  if (networks.length > 0 && !isWithin(networks, address)) throw new AppError('key_network')
  if (!scopes.includes(scope)) throw new AppError('key_scope', { detail: `This key lacks the scope "${scope}".` })
}

export const authenticateSecretKey = async (deps: DoorDeps, call: SecretKeyCall): Promise<KeyCaller> => {
  const key = await knownKey(deps, sentToken(call.request), 'secret', call.refused)
  const caller = callerOf(key)
  await call.afterKey(caller)
  checkReach(key, call)
  if (isMutation(call.request.method ?? '')) await verifySigned(deps, call, key)
  return caller
}

/** The key of a session stands in the body: a page cannot keep a secret, and a header would cost a preflight. */
export const authenticatePublishableKey = async (deps: DoorDeps, body: unknown, refused: Refused): Promise<ApiKey> => {
  const token = typeof body === 'object' && body !== null && 'key' in body ? body.key : undefined
  if (typeof token !== 'string' || token === '') throw new AppError('key_missing')
  return knownKey(deps, token.slice(0, 200), 'publishable', refused)
}

export const publishableCaller = callerOf

/** A foreign page can neither set our header nor hide its origin. Browsers leave Origin out of same-origin GETs only. */
export const guardConsole = ({ publicOrigin }: DoorDeps, request: IncomingMessage): void => {
  const origin = header(request, 'origin')
  const host = header(request, 'host') ?? ''
  const ours = publicOrigin === undefined ? [`http://${host}`, `https://${host}`] : [publicOrigin]
  const mayLackOrigin = !isMutation(request.method ?? '')
  if (origin === undefined ? !mayLackOrigin : !ours.includes(origin)) throw new AppError('origin_not_allowed')
  if (header(request, 'x-goodfaith-console') !== '1') throw new AppError('origin_not_allowed')
}

export const authenticatePerson = async (deps: DoorDeps, request: IncomingMessage): Promise<Person> => {
  const person = await deps.authenticators.people.authenticate(header(request, 'cookie'))
  if (!person) throw new AppError('sign_in_required')
  return person
}

export const authenticateOperator = async (deps: DoorDeps, request: IncomingMessage): Promise<Operator> => {
  const operator = await deps.authenticators.operators.authenticate(header(request, 'cookie'))
  if (!operator) throw new AppError('sign_in_required')
  return operator
}
