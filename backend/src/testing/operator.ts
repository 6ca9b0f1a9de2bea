import request, { type Response } from 'supertest'
import { Secret, TOTP } from 'otpauth'
import type { TotpStart } from '#contract/console.ts'
import { consoleHeaders, callConsole, cookiesOf, type SignedIn } from './console.ts'
import { newKey, type TestHouse } from './house.ts'

export interface OperatorCall {
  readonly method?: 'get' | 'post'
  readonly path: string
  readonly body?: unknown
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
}

export const callOperator = async ({ app }: Pick<TestHouse, 'app'>, call: OperatorCall): Promise<Response> => {
  const { method = 'get', path, body, cookie, headers = {} } = call
  const sent = request(app)
    [method](`/operator/v1${path}`)
    .set({ ...consoleHeaders, ...(cookie !== undefined && { cookie }), ...headers })
  return body === undefined
    ? sent
    : sent.set('content-type', 'application/json').send(typeof body === 'string' ? body : JSON.stringify(body))
}

export const codeAt = (secret: string, timestamp: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })

export interface NewOperator {
  readonly id: string
  readonly email: string
  readonly password: string
  /** Opens the set-up of an app and nothing else. */
  readonly enrolling: string
}

/** Made at the machine, and past the first password. */
export const newOperator = async (house: TestHouse): Promise<NewOperator> => {
  const email = `${newKey()}@operator.example`
  const { operatorId: id, password } = await house.foundation.operators.accounts.create({ email, name: 'Tove Lind' })
  const answer = await callOperator(house, { method: 'post', path: '/sign-in', body: { email, password } })
  return { id, email, password, enrolling: cookiesOf(answer) }
}

/** A session without coming in by the door: where limits or the database are what is tested. */
export const operatorSession = async (house: TestHouse, stage: 'enrolling' | 'full'): Promise<NewOperator> => {
  const { accounts, sessions } = house.foundation.operators
  const email = `${newKey()}@operator.example`
  const { operatorId: id, password } = await accounts.create({ email, name: 'Tove Lind' })
  const visitor = { ip: '', country: null, client: null, device: undefined }
  const arrival = { operator: await accounts.get(id), stage, factor: 'password', visitor } as const
  const { token } = await sessions.open(arrival)
  return { id, email, password, enrolling: `goodfaith_operator=${token}` }
}

export interface SignedInOperator extends NewOperator {
  readonly secret: string
  readonly recovery: readonly string[]
  readonly cookie: string
  readonly get: (path: string) => Promise<Response>
  readonly post: (path: string, body?: unknown) => Promise<Response>
}

/** With an app set up, in a session that opens everything. */
export const signInOperator = async (house: TestHouse, now: () => number = Date.now): Promise<SignedInOperator> => {
  const made = await newOperator(house)
  const begin = { method: 'post', cookie: made.enrolling } as const
  const { secret } = (await callOperator(house, { ...begin, path: '/totp/start' })).body as TotpStart
  const answer = await callOperator(house, { ...begin, path: '/totp/confirm', body: { code: codeAt(secret, now()) } })
  const cookie = cookiesOf(answer)
  return {
    ...{ ...made, secret, cookie },
    recovery: (answer.body as { readonly recovery_codes: readonly string[] }).recovery_codes,
    get: (path) => callOperator(house, { path, cookie }),
    post: (path, body) => callOperator(house, { method: 'post', path, body, cookie }),
  }
}

export const aReason = 'Ticket 4711: orders do not arrive'

export interface Looking extends SignedIn {
  readonly answer: Response
  readonly operator: SignedInOperator
}

/** An operator who looks at the organisation, as a caller of the console. */
export const lookAt = async (house: TestHouse, organizationId: string, by?: SignedInOperator): Promise<Looking> => {
  const operator = by ?? (await signInOperator(house))
  const answer = await operator.post(`/organizations/${organizationId}/impersonate`, { reason: aReason })
  const cookie = cookiesOf(answer)
  return {
    ...{ email: operator.email, password: operator.password, cookie, answer, operator },
    get: (path) => callConsole(house, { path, cookie }),
    post: (path, body) => callConsole(house, { method: 'post', path, body, cookie }),
    patch: (path, body) => callConsole(house, { method: 'patch', path, body, cookie }),
  }
}
