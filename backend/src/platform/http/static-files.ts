import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Read once at start, so a request can never name a path of the disk. */
export interface StaticFile {
  readonly type: string
  readonly raw: Buffer
  readonly gzip: Buffer | null
  readonly etag: string
  /** Named after its content: may be kept for good. */
  readonly immutable: boolean
}
export type StaticFiles = ReadonlyMap<string, StaticFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

const isCompressible = (type: string): boolean => /^(?:text|application)\/|svg/.test(type)
const hasHashInName = (path: string): boolean => /[.-][0-9A-Za-z_-]{8,}\.(?:js|css|woff2|svg|png)$/.test(path)

export const staticFile = (path: string, raw: Buffer): StaticFile => {
  const type = types[extname(path)] ?? 'application/octet-stream'
  return {
    type,
    raw,
    gzip: isCompressible(type) && raw.length > 500 ? gzipSync(raw, { level: 9 }) : null,
    etag: `"${createHash('sha256').update(raw).digest('base64url').slice(0, 22)}"`,
    immutable: hasHashInName(path),
  }
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !path.endsWith('.map'))

/** Every file of a built folder by its address. A folder that was not built serves nothing. */
export const readFolder = (folder: string): StaticFiles => {
  if (!existsSync(folder)) return new Map()
  const addressOf = (path: string) => `/${relative(folder, path).replaceAll('\\', '/')}`
  return new Map(filesBelow(folder).map((path) => [addressOf(path), staticFile(path, readFileSync(path))]))
}

export const sendFile = (
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
  headers: Readonly<Record<string, string>>,
): void => {
  const acceptsGzip = request.headers['accept-encoding']?.includes('gzip') === true
  const zipped = acceptsGzip ? file.gzip : null
  const body = zipped ?? file.raw
  const head: Record<string, string> = {
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...headers,
    'content-type': file.type,
    etag: file.etag,
    vary: 'Accept-Encoding',
  }
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304, head).end()
    return
  }
  if (zipped) head['content-encoding'] = 'gzip'
  response.writeHead(200, { ...head, 'content-length': String(body.length) })
  response.end(request.method === 'HEAD' ? undefined : body)
}
