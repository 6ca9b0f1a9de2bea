import { createHash, timingSafeEqual } from 'node:crypto'
import type { Application } from 'express'
import type { Registry } from 'prom-client'
import type { Headers } from './security-headers.ts'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Numbers of the house are for its operator: without the token this address does not exist. */
export const mountMetrics = (
  app: Application,
  registry: Registry,
  { token, headers }: { readonly token: string | undefined; readonly headers: Headers },
): void => {
  if (!token) return
  const expected = digest(`Bearer ${token}`)
  app.get('/metrics', async (request, response, next) => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) {
      next()
      return
    }
    response.writeHead(200, { ...headers, 'content-type': registry.contentType, 'cache-control': 'no-store' })
    response.end(await registry.metrics())
  })
}
