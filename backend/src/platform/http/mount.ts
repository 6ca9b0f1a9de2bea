import type { Application, Request, RequestHandler, Response } from 'express'
import { AppError } from '../app-error.ts'
import type { KeyCaller } from './authenticate.ts'
import type { Person } from './authenticators.ts'
import { contextOf } from './context.ts'
import { isEncrypted } from './client-address.ts'
import { enter, type Door } from './door.ts'
import { readRawBody } from './raw-body.ts'
import { problemOf, send, sendEvents, written } from './respond.ts'
import { sendDownload } from './download.ts'
import { readOf, type Params, type Read } from './reads.ts'
import { Download, EventStream, type Route } from './route.ts'
import type { Headers } from './security-headers.ts'

export interface Served {
  readonly requestId: string
  readonly method: string
  /** The declared path, never the one sent: addresses may hold what people typed. */
  readonly path: string
  readonly status: number
  /** When it came, epoch milliseconds. */
  readonly at: number
  readonly milliseconds: number
  readonly error: unknown
  readonly ip: string
  /** null: no key, or none that is known. */
  readonly key: KeyCaller | null
  /** A key that is known and opened nothing: revoked, over, or of the other kind. */
  readonly refusedKey: KeyCaller | null
  /** null: nobody is signed in. */
  readonly person: Person | null
  /** What was shown of a merchant's data; null: nothing, or nothing yet. */
  readonly read: Read | null
}

/** Whom a request turned out to come from, on its way in. */
type Met = { -readonly [Who in 'key' | 'refusedKey' | 'person']: Served[Who] }

export interface Reception extends Door {
  readonly headers: Headers
  /** Production: an unencrypted request is refused (pages are redirected elsewhere). */
  readonly requireHttps: boolean
  readonly served: (served: Served) => void
}

const corsHeaders = (origin: string): Readonly<Record<string, string>> => ({
  'access-control-allow-origin': origin,
  vary: 'Origin',
  'cross-origin-resource-policy': 'cross-origin',
})

export const handlerOf = (reception: Reception, route: Route): RequestHandler => {
  const { headers: always, clock, hops, requireHttps, served } = reception
  return async (request: Request, response: Response) => {
    const startedAt = clock()
    const known = contextOf(request, startedAt, hops)
    const { requestId } = known
    let headers = always
    let failure: unknown
    const met: Met = { key: null, refusedKey: null, person: null }
    const cors = (origin: string) => {
      headers = { ...always, ...corsHeaders(origin) }
    }
    const keyed = (caller: KeyCaller) => {
      met.key = caller
    }
    const refusedKey = (caller: KeyCaller) => {
      met.refusedKey = caller
    }
    const signedIn = (caller: Person) => {
      met.person = caller
    }
    try {
      if (requireHttps && route.unencrypted !== true && !isEncrypted(request, hops))
        throw new AppError('https_required')
      const context = { ...known, rawBody: await readRawBody(request) }
      const answer = await enter(reception, { route, request, response, context, cors, keyed, refusedKey, signedIn })
      if (answer instanceof EventStream) sendEvents(response, answer, headers, requestId)
      else if (answer instanceof Download) await sendDownload(response, answer, headers, requestId)
      else send(response, written(answer, route.status ?? 200), headers, requestId)
    } catch (error) {
      failure = error
      send(response, problemOf(error, requestId), headers, requestId)
    }
    served({
      requestId,
      method: route.method,
      path: route.path,
      status: response.statusCode,
      at: startedAt,
      milliseconds: clock() - startedAt,
      error: failure,
      ip: known.ip,
      ...met,
      read:
        failure === undefined && response.statusCode < 400
          ? readOf(route.reads, met.person ?? met.key, request.params as Params)
          : null,
    })
  }
}

const verbs = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const

/** The busiest route first: Express looks at one after the other. */
const byTraffic = (one: Route, other: Route): number => weight(one) - weight(other)
const weight = ({ method, path }: Route): number =>
  method === 'POST' && path === '/v1/assessments' ? 0 : path === '/v1/sessions' ? 1 : 2

export const mountRoutes = (app: Application, reception: Reception, routes: readonly Route[]): void => {
  for (const route of [...routes].sort(byTraffic)) app[verbs[route.method]](route.path, handlerOf(reception, route))
  for (const path of new Set(routes.map((route) => route.path))) {
    const allowed = routes.filter((route) => route.path === path).map(({ method }) => method)
    app.all(path, (request, response) => {
      const { requestId } = contextOf(request, reception.clock(), reception.hops)
      const problem = problemOf(new AppError('method_not_allowed'), requestId)
      send(
        response,
        { ...problem, headers: { ...problem.headers, allow: allowed.join(', ') } },
        reception.headers,
        requestId,
      )
    })
  }
}
