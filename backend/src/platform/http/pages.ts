import type { Application, Request, Response } from 'express'
import { AppError } from '../app-error.ts'
import { isEncrypted } from './client-address.ts'
import { sendFile, type StaticFile, type StaticFiles } from './static-files.ts'
import type { Headers } from './security-headers.ts'

export interface Pages {
  readonly dashboard: StaticFiles
  /** `/gf.js` and its names by content. */
  readonly collector: StaticFiles
  /** `/docs` with its script and style, and `/openapi.json`: written when first asked for, which takes a while. */
  readonly docs: () => StaticFiles
}

export interface PageSettings {
  readonly headers: Headers
  readonly requireHttps: boolean
  readonly hops: number
  readonly publicUrl: string | undefined
}

/** Any shop may load the script, also with an integrity hash. Five minutes: a fix reaches every page within them. */
const collectorHeaders = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}
const shortLived = { 'cache-control': 'public, max-age=300' }

/** Addresses that belong to programs: unknown ones answer with a problem, never with a page. */
const isApi = (path: string): boolean => /^\/(?:v1|console|operator\/v1|metrics)(?:\/|$)/.test(path)
const looksLikeFile = (path: string): boolean => /\.[a-z0-9]{1,11}$/.test(path)

const isDocs = (path: string): boolean => path === '/openapi.json' || /^\/docs(?:[/.]|$)/.test(path)

interface Found {
  readonly file: StaticFile
  readonly headers: Readonly<Record<string, string>>
}

const findPage = ({ dashboard, collector, docs }: Pages, path: string): Found | undefined => {
  const script = collector.get(path)
  if (script) return { file: script, headers: { ...collectorHeaders, ...(script.immutable ? {} : shortLived) } }
  const file = isDocs(path) ? docs().get(path) : dashboard.get(path)
  if (file) return { file, headers: {} }
  const shell = isApi(path) || looksLikeFile(path) ? undefined : dashboard.get('/index.html')
  return shell && { file: shell, headers: {} }
}

const refuseUnencrypted = (request: Request, response: Response, { headers, publicUrl }: PageSettings): void => {
  if (publicUrl?.startsWith('https://') !== true) throw new AppError('https_required')
  // `//evil.example` is a path here and a host to URL: what was sent never decides where to.
  const { origin } = new URL(publicUrl)
  response.writeHead(308, { ...headers, location: `${origin}/${request.originalUrl.replace(/^[/\\]+/, '')}` }).end()
}

/** Pages come last: everything no route knew, as far as it is a file of ours or an address of the dashboard. */
export const mountPages = (app: Application, pages: Pages, settings: PageSettings): void => {
  app.use((request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next()
      return
    }
    if (settings.requireHttps && !isEncrypted(request, settings.hops) && !isApi(request.path)) {
      refuseUnencrypted(request, response, settings)
      return
    }
    const found = findPage(pages, request.path)
    if (found) sendFile(request, response, found.file, { ...settings.headers, ...found.headers })
    else next()
  })
}
