import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import request, { type Response } from 'supertest'
import { openDoor, publishableKey, secretKey } from './testing/door.ts'
import { staticFile } from './static-files.ts'

const page = Buffer.from('<!doctype html><title>Goodfaith</title>')
const shell = new Map([
  ['/index.html', staticFile('/index.html', page)],
  ['/app-0123456789ab.js', staticFile('/app-0123456789ab.js', Buffer.from('let a = 1'))],
])
const production = { production: true, hops: 1, publicUrl: 'https://trust.example', shell }
const { app } = openDoor(production)
const encrypted = { 'x-forwarded-proto': 'https' }

const asks: readonly (readonly [string, () => Promise<Response>])[] = [
  ['a read', () => ask('/v1/things/7', { 'x-api-key': secretKey })],
  ['a refusal', () => ask('/v1/things/7', {})],
  ['an unknown failure', () => ask('/v1/broken', {})],
  ['a method that is none', () => ask('/v1/things', { 'x-api-key': secretKey })],
  ['nothing', () => ask('/v1/nothing', {})],
  ['a stream', () => ask('/v1/stream', {})],
  ['a page', () => ask('/orders', {})],
  ['a page that is known', () => ask('/orders', { 'if-none-match': staticFile('/index.html', page).etag })],
  ['a script', () => ask('/app-0123456789ab.js', {})],
  ['numbers', () => ask('/metrics', { authorization: 'Bearer a token for metrics' })],
  ['a redirect', async () => request(app).get('/orders')],
  ['an unencrypted call', async () => request(app).get('/v1/things/7')],
  ['a session', () => request(app).post('/v1/sessions').set(encrypted).send({ key: publishableKey })],
]
const ask = async (path: string, headers: Readonly<Record<string, string>>) =>
  request(app)
    .get(path)
    .set({ ...encrypted, ...headers })

test.each(asks)('%s carries every header that browsers are told to keep to', async (_, send) => {
  const { headers } = await send()
  const policy = String(headers['content-security-policy'])
  for (const part of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
    expect(policy).toContain(part)
  }
  expect(policy).not.toMatch(/unsafe|\*/)
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
  })
  expect(headers['x-powered-by'] ?? headers['server']).toBeUndefined()
})

test.each(asks.filter(([name]) => !['a page', 'a page that is known', 'a script', 'a redirect'].includes(name)))(
  '%s is kept by no cache',
  async (_, send) => {
    expect((await send()).headers['cache-control']).toBe('no-store')
  },
)

test.each(asks)('%s says what it is, text with its encoding', async (_, send) => {
  const { headers, status } = await send()
  const type = headers['content-type']
  if (status === 308) return
  expect(type).toMatch(/^(?:application\/(?:problem\+)?json|text\/[a-z-]+; .*charset=utf-8)/)
})

/** Tools for HTTP refuse to send some of these, so they are written as bytes. */
const raw = async (text: string): Promise<string> => {
  const server = createServer(openDoor().app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const said: Buffer[] = []
  socket.on('data', (chunk: Buffer) => said.push(chunk))
  socket.write(text)
  await once(socket, 'close')
  server.close()
  return Buffer.concat(said).toString('latin1')
}
const head = 'Host: gf.example\r\nConnection: close\r\n'

test.each(['TRACE', 'OPTIONS', 'PUT', 'PROPFIND'])('%s is no way in', async (method) => {
  const marker = 'x-marker: what was sent'
  const answer = await raw(`${method} /v1/things/7 HTTP/1.1\r\n${head}${marker}\r\n\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 405 /)
  expect(answer).not.toContain('what was sent')
})

test.each([
  ['two lengths', `${head}Content-Length: 2\r\nContent-Length: 30\r\n\r\n{}`],
  ['a length and chunks', `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['chunks spelled otherwise', `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
  ['a header of two lines', `${head}X-One: a\r\n b: c\r\n\r\n`],
])('a request whose end can be read in two ways is refused: %s', async (_, rest) => {
  const answer = await raw(`POST /v1/things HTTP/1.1\r\n${rest}`)
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
})
