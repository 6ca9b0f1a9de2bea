import express, { type Application, type ErrorRequestHandler, type RequestHandler } from 'express'
import type { Registry } from 'prom-client'
import { modelPath, type ModelRole } from './features/models/service.ts'
import { AppError } from './platform/app-error.ts'
import { createId } from './platform/ids.ts'
import { mountMetrics } from './platform/http/metrics-page.ts'
import { mountRoutes, type Reception } from './platform/http/mount.ts'
import { mountPages, type Pages } from './platform/http/pages.ts'
import { problemOf, send } from './platform/http/respond.ts'
import type { Route } from './platform/http/route.ts'

export interface AppDeps {
  readonly routes: readonly Route[]
  readonly reception: Reception
  readonly pages: Pages
  readonly publicUrl: string | undefined
  /** For other roles of the installation; absent: not answered here. */
  readonly modelRole?: ModelRole | null
  readonly metrics: { readonly registry: Registry; readonly token: string | undefined }
}

/** Addresses that cannot be decoded, and whatever else went wrong before a route was found. */
const outermost = ({ headers, clock, served }: Reception): ErrorRequestHandler => {
  return (error: unknown, request, response, next) => {
    const requestId = createId('req', clock())
    const known = error instanceof AppError || !(error instanceof URIError) ? error : new AppError('not_found')
    if (response.headersSent) {
      next(error)
      return
    }
    send(response, problemOf(known, requestId), headers, requestId)
    const { statusCode: status } = response
    const nobody = { at: clock(), milliseconds: 0, ip: '', key: null, refusedKey: null, person: null, read: null }
    served({ ...nobody, requestId, method: request.method, path: '(none)', status, error: known })
  }
}

const nothingHere: RequestHandler = () => {
  throw new AppError('not_found')
}

/** Express without listening, so that tests drive it directly. */
export const createApp = ({ routes, reception, pages, publicUrl, metrics, modelRole }: AppDeps): Application => {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('strict routing')
  app.enable('case sensitive routing')
  app.set('query parser', false)
  app.set('env', 'production')

  mountRoutes(app, reception, routes)
  if (modelRole) app.post(modelPath, modelRole)
  mountMetrics(app, metrics.registry, { token: metrics.token, headers: reception.headers })
  mountPages(app, pages, { ...reception, publicUrl })
  app.use(nothingHere)
  app.use(outermost(reception))
  return app
}
