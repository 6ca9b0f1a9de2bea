import { once } from 'node:events'
import { createServer, get } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import request, { type Response } from 'supertest'
import type { Problem } from '#contract/problem.ts'
import { eventually } from '../../testing/eventually.ts'
import { staticFile } from './static-files.ts'
import { lateStream, openDoor, publishableKey, revokedKey, secretKey, signed } from './testing/door.ts'

const post = (headers: Record<string, string>, body: string, app = openDoor().app) =>
  request(app).post('/v1/things').set(headers).send(body)

test('a signed request passes', async () => {
  const body = '{"name":"jo"}'
  const answer = await post(signed('POST', '/v1/things', body), body)
  expect(answer.status).toBe(201)
  expect(answer.body).toEqual({ name: 'jo' })
  expect(answer.headers).toMatchObject({ 'x-request-id': expect.stringMatching(/^req_/) as string })
})

const problemIn = ({ body }: Response) => body as Problem

const fine = '{"name":"jo"}'
test.each([
  ['key_missing', signed('POST', '/v1/things', fine, { authorization: '' }), fine, 401],
  ['key_unknown', signed('POST', '/v1/things', fine, { authorization: `Bearer x${secretKey}` }), fine, 401],
  ['key_revoked', signed('POST', '/v1/things', fine, { authorization: `Bearer ${revokedKey}` }), fine, 401],
  ['key_scope', signed('POST', '/v1/things', fine, { authorization: `Bearer ${publishableKey}` }), fine, 403],
  ['signature_missing', { authorization: `Bearer ${secretKey}` }, fine, 401],
  ['timestamp_skewed', signed('POST', '/v1/things', fine, { 'x-timestamp': '1' }), fine, 401],
  ['signature_invalid', signed('POST', '/v1/things', fine), '{"name":"ja"}', 401],
  ['signature_invalid', signed('POST', '/v1/other', fine), fine, 401],
  ['idempotency_key_missing', signed('POST', '/v1/things', fine, { 'idempotency-key': '' }), fine, 400],
  ['body_malformed', signed('POST', '/v1/things', '{'), '{', 400],
  ['body_malformed', signed('POST', '/v1/things', '['.repeat(40)), '['.repeat(40), 400],
  ['validation_failed', signed('POST', '/v1/things', '{"name":1}'), '{"name":1}', 422],
  ['body_too_large', signed('POST', '/v1/things', ''), 'x'.repeat(65_537), 413],
])('%s', async (code, headers, body, status) => {
  const answer = await post(headers, body)
  expect(answer.headers['content-type']).toBe('application/problem+json')
  expect({ status: answer.status, ...answer.body }).toMatchObject({ status, code })
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
  expect(problemIn(answer).request_id).toBe(answer.headers['x-request-id'])
})

test.each([
  ['with its length', (length: number) => ({ 'content-length': String(length) })],
  ['in chunks', () => ({ 'transfer-encoding': 'chunked' })],
])('a body of 8 MB sent %s is answered while it is still being sent', async (_, framing) => {
  const server = createServer(openDoor().app).listen(0)
  await once(server, 'listening')
  const body = Buffer.alloc(8 * 1024 * 1024, 'x')
  const socket = connect((server.address() as AddressInfo).port)
  const errors: unknown[] = []
  socket.on('error', (error) => errors.push(error))
  const said: Buffer[] = []
  socket.on('data', (chunk: Buffer) => said.push(chunk))
  const head = { host: 'gf.example', ...signed('POST', '/v1/things', ''), ...framing(body.length) }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`)
  socket.write(`POST /v1/things HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
  const isChunked = 'transfer-encoding' in head
  // A client that reads nothing before it has sent everything.
  if (isChunked) socket.write(`${body.length.toString(16)}\r\n`)
  socket.end(isChunked ? Buffer.concat([body, Buffer.from('\r\n0\r\n\r\n')]) : body)
  await once(socket, 'close')
  server.close()
  const text = Buffer.concat(said).toString('utf8')
  expect(errors).toEqual([])
  expect(text).toMatch(/^HTTP\/1\.1 413 /)
  expect(JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4))).toMatchObject({ code: 'body_too_large', status: 413 })
})

test('a nonce passes once, and a bad signature does not use it up', async () => {
  const { app } = openDoor()
  const headers = signed('POST', '/v1/things', fine)
  expect(problemIn(await post({ ...headers, 'x-signature': '0'.repeat(64) }, fine, app)).code).toBe('signature_invalid')
  expect((await post(headers, fine, app)).status).toBe(201)
  expect(problemIn(await post(headers, fine, app)).code).toBe('nonce_replayed')
})

test('a read needs neither signature nor idempotency key', async () => {
  const answer = await request(openDoor().app).get('/v1/things/7?limit=2').set('x-api-key', secretKey)
  expect(answer.body).toEqual({ id: '7', limit: 2 })
  const wrong = await request(openDoor().app).get('/v1/things/7?limit=9&limit=1').set('x-api-key', secretKey)
  expect(wrong.body).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/limit' }] })
})

test('an unknown failure tells nothing but its request id', async () => {
  const { app, log } = openDoor()
  const answer = await request(app).get('/v1/broken')
  expect(answer.status).toBe(500)
  expect(answer.text).not.toContain('4111')
  expect(log).toMatchObject([{ status: 500, path: '/v1/broken', requestId: problemIn(answer).request_id }])
})

test.each([
  ['get', '/nothing', 404, 'not_found'],
  ['get', '/v1/things', 405, 'method_not_allowed'],
  ['delete', '/v1/things/7', 405, 'method_not_allowed'],
  ['get', '/v1/things/%E0%A4%A', 404, 'not_found'],
  ['get', '/metrics', 404, 'not_found'],
] as const)('%s %s is %d', async (method, path, status, code) => {
  const answer = await request(openDoor().app)[method](path)
  expect({ status: answer.status, code: problemIn(answer).code }).toEqual({ status, code })
  expect(answer.headers['content-security-policy']).not.toContain('unsafe')
})

test('a page of the store may start a session, a foreign one may not', async () => {
  const { app } = openDoor()
  const body = JSON.stringify({ key: publishableKey })
  const start = (origin?: string) =>
    request(app)
      .post('/v1/sessions')
      .set('content-type', 'text/plain')
      .set(origin ? { origin } : {})
      .send(body)
  const own = await start('https://shop.example')
  expect(own.status).toBe(201)
  expect(own.headers['access-control-allow-origin']).toBe('https://shop.example')
  const foreign = await start('https://evil.example')
  expect(problemIn(foreign).code).toBe('origin_not_allowed')
  expect(foreign.headers['access-control-allow-origin']).toBeUndefined()
  expect((await start()).status).toBe(201)
  const scope = await request(app).post('/v1/sessions').send({ key: secretKey })
  expect(problemIn(scope).code).toBe('key_scope')
})

test('the address is what our own proxies saw, never what the client claims', async () => {
  const seen = async (hops: number, forwarded: string) => {
    const call = request(openDoor({ hops }).app).post('/v1/sessions').set('x-forwarded-for', forwarded)
    return ((await call.send({ key: publishableKey })).body as { ip: string }).ip
  }
  expect(await seen(0, '1.1.1.1')).toMatch(/^(127\.0\.0\.1|::1)$/)
  expect(await seen(1, '1.1.1.1, 2.2.2.2')).toBe('2.2.2.2')
  expect(await seen(2, '1.1.1.1, 2.2.2.2:80, 3.3.3.3')).toBe('2.2.2.2')
  expect(await seen(1, '[2001:db8::1]:443')).toBe('2001:db8::1')
})

test('sign-in is limited per address and per account, and says when to come back', async () => {
  const { app } = openDoor({ scale: 1 })
  const signIn = (email: string) =>
    request(app)
      .post('/console/v1/sign-in')
      .set('host', 'gf.example')
      .set('origin', 'http://gf.example')
      .set('x-goodfaith-console', '1')
      .send({ email })
  for (let turn = 0; turn < 5; turn += 1) expect((await signIn('jo@shop.example')).status).toBe(200)
  const refused = await signIn('jo@shop.example')
  expect(problemIn(refused).code).toBe('rate_limited')
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.headers['ratelimit']).toContain('sign-in')
  for (let turn = 0; turn < 4; turn += 1) expect((await signIn(`${turn}@shop.example`)).status).toBe(200)
  expect((await signIn('other@shop.example')).status).toBe(429)
})

test.each<[string, Record<string, string>, number]>([
  ['no header', { origin: 'http://gf.example' }, 403],
  ['foreign origin', { origin: 'http://evil.example', 'x-goodfaith-console': '1' }, 403],
  ['no sign-in', { origin: 'http://gf.example', 'x-goodfaith-console': '1' }, 401],
])('console with %s', async (_, headers, status) => {
  const answer = await request(openDoor().app).get('/console/v1/me').set('host', 'gf.example').set(headers)
  expect(answer.status).toBe(status)
})

test('production refuses what is not encrypted, and believes only its own proxy', async () => {
  const refuse = openDoor({ production: true, hops: 0 }).app
  const answer = await request(refuse).get('/v1/things/7').set('x-api-key', secretKey).set('x-forwarded-proto', 'https')
  expect(problemIn(answer).code).toBe('https_required')
  const behind = openDoor({ production: true, hops: 1, publicUrl: 'https://trust.example' }).app
  const passed = await request(behind).get('/v1/things/7').set('x-api-key', secretKey).set('x-forwarded-proto', 'https')
  expect(passed.status).toBe(200)
  expect(passed.headers['strict-transport-security']).toContain('max-age=63072000')
  const page = await request(behind).get('/orders?level=high')
  expect([page.status, page.headers['location']]).toEqual([308, 'https://trust.example/orders?level=high'])
})

test.each(['//evil.example/x', '///evil.example/x', '/\\evil.example/x', '//', '//[', 'http://evil.example/x', '*'])(
  'production never redirects to another host: %s',
  async (target) => {
    const { app } = openDoor({ production: true, hops: 1, publicUrl: 'https://trust.example' })
    const location = await new Promise<string | undefined>((resolve, reject) => {
      const server = createServer(app).listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo
        get({ port, path: target, agent: false }, (answer) => {
          answer.resume()
          server.close()
          resolve(answer.headers.location)
        }).on('error', reject)
      })
    })
    expect(new URL(location ?? '').host).toBe('trust.example')
  },
)

test('metrics open with their token only', async () => {
  const shell = new Map([['/index.html', staticFile('/index.html', Buffer.from('<!doctype html>'))]])
  expect((await request(openDoor({ shell }).app).get('/metrics')).status).toBe(404)
  const answer = await request(openDoor().app).get('/metrics').set('authorization', 'Bearer a token for metrics')
  expect(answer.text).toContain('goodfaith_request_seconds')
})

test('a stream whose reader left before it began is never opened', async () => {
  const { app, log } = openDoor()
  const server = createServer(app).listen(0, '127.0.0.1')
  server.on('connection', (socket) => socket.once('close', () => setImmediate(lateStream.leave)))
  await once(server, 'listening')
  const asked = get({ port: (server.address() as AddressInfo).port, path: '/v1/late-stream', agent: false })
  asked.on('error', () => undefined)
  await lateStream.entered
  asked.destroy()
  await eventually(() => Promise.resolve(log.length === 1))
  expect(lateStream.opened()).toBe(0)
  server.close()
})

test('HEAD of a stream is its head, and opens nothing', async () => {
  const before = lateStream.opened()
  lateStream.leave()
  const answer = await request(openDoor().app).head('/v1/late-stream')
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8'])
  expect(lateStream.opened()).toBe(before)
})

test('events are streamed', async () => {
  const answer = await request(openDoor().app).get('/v1/stream')
  expect(answer.text).toContain('event: order\ndata: {"id":1}\n\n')
})
