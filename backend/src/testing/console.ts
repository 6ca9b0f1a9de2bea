import request, { type Response } from 'supertest'
import { operator } from '../features/audit/service.ts'
import type { Role } from '../platform/http/caller.ts'
import type { TestHouse } from './house.ts'

/** What a browser that came from our own pages sends with every call. */
export const consoleHeaders = {
  'x-goodfaith-console': '1',
  origin: 'http://127.0.0.1',
  host: '127.0.0.1',
}

export interface ConsoleCall {
  readonly method?: 'get' | 'post' | 'patch'
  readonly path: string
  readonly body?: unknown
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
}

export const callConsole = async ({ app }: Pick<TestHouse, 'app'>, call: ConsoleCall): Promise<Response> => {
  const { method = 'get', path, body, cookie, headers = {} } = call
  const sent = request(app)
    [method](`/console/v1${path}`)
    .set({ ...consoleHeaders, ...(cookie !== undefined && { cookie }), ...headers })
  return body === undefined
    ? sent
    : sent.set('content-type', 'application/json').send(typeof body === 'string' ? body : JSON.stringify(body))
}

/** `name=value` pairs of an answer's cookies, as a browser would send them back. */
export const cookiesOf = (response: Response): string => {
  const set: unknown = response.headers['set-cookie']
  return (Array.isArray(set) ? set : []).map((cookie) => String(cookie).split(';', 1)[0] ?? '').join('; ')
}

export interface SignedIn {
  readonly email: string
  readonly password: string
  readonly cookie: string
  readonly get: (path: string) => Promise<Response>
  readonly post: (path: string, body?: unknown) => Promise<Response>
  readonly patch: (path: string, body: unknown) => Promise<Response>
}

let people = 0

/** A new person of the organisation, signed in. */
export const signInTo = async (house: TestHouse, organizationId: string, role: Role = 'owner'): Promise<SignedIn> => {
  people += 1
  const email = `person-${people}-${Date.now()}@shop.example`
  const wanted = { organizationId, email, name: 'Ines Okafor', role }
  const { password } = await house.foundation.accounts.createPerson(operator, wanted)
  const answer = await callConsole(house, { method: 'post', path: '/sign-in', body: { email, password } })
  const cookie = cookiesOf(answer)
  return {
    ...{ email, password, cookie },
    get: (path) => callConsole(house, { path, cookie }),
    post: (path, body) => callConsole(house, { method: 'post', path, body, cookie }),
    patch: (path, body) => callConsole(house, { method: 'patch', path, body, cookie }),
  }
}
