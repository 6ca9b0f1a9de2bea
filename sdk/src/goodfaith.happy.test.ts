import { Goodfaith } from './goodfaith.ts'
import { sign } from './sign.ts'
import { hangUp, json, problem, silence, startScriptedServer, type Step } from './testing/scripted-server.ts'

const secretKey = 'gfs_test_example'
const signingSecret = 'gfk_test_example_signing_secret'
const order = { order: { id: '1001', amount: 12999, currency: 'EUR' } }
const verdict = { id: 'asm_1', trust_score: 81, decision: 'approve' }

let stop: () => Promise<void> = async () => undefined
afterEach(() => stop())

const start = async (...steps: readonly Step[]) => {
  const server = await startScriptedServer(...steps)
  stop = server.stop
  const client = (more = {}) => new Goodfaith({ secretKey, signingSecret, baseUrl: server.baseUrl, ...more })
  return { ...server, client }
}

test('an order is posted once, signed, with key and Idempotency-Key', async () => {
  const { client, received } = await start(json(200, verdict))
  expect(await client().assess(order)).toEqual(verdict)
  expect(received).toHaveLength(1)
  const [{ method, url, headers, body } = { method: '', url: '', headers: {}, body: '' }] = received
  expect([method, url, body]).toEqual(['POST', '/v1/assessments', JSON.stringify(order)])
  expect(headers).toMatchObject({
    authorization: `Bearer ${secretKey}`,
    'content-type': 'application/json',
    'idempotency-key': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'x-timestamp': expect.stringMatching(/^\d{10}$/),
    'x-nonce': expect.stringMatching(/^[A-Za-z0-9_-]{16,64}$/),
  })
  const [timestamp, nonce] = [String(headers['x-timestamp']), String(headers['x-nonce'])]
  expect(headers['x-signature']).toBe(sign(signingSecret, { method, target: url, timestamp, nonce, body }))
})

test('reading needs the key and nothing else', async () => {
  const { client, received } = await start(json(200, verdict))
  await client().getAssessment('asm_1/../x')
  await client().getSessionAssessment('ses_1')
  expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
    'GET /v1/assessments/asm_1%2F..%2Fx',
    'GET /v1/sessions/ses_1/assessment',
  ])
  for (const { headers } of received) {
    expect(headers.authorization).toBe(`Bearer ${secretKey}`)
    expect(Object.keys(headers).filter((name) => /^x-|idempotency/.test(name))).toEqual([])
  }
})

test('a Goodfaith below a path is found there', async () => {
  const { baseUrl, received } = await start(json(200, verdict))
  await new Goodfaith({ secretKey, signingSecret, baseUrl: `${baseUrl}/trust/` }).getAssessment('asm_1')
  expect(received[0]?.url).toBe('/trust/v1/assessments/asm_1')
})

test.each([
  ['hung up', hangUp],
  ['503', problem(503, 'not_durable')],
  ['500', problem(500, 'internal')],
  ['409', problem(409, 'idempotency_in_progress', { 'retry-after': '0' })],
  ['429', problem(429, 'rate_limited', { 'retry-after': '0' })],
  ['a proxy in between', (response) => void response.writeHead(502).end('<html>')] as [string, Step],
])('after %s the call is made again: same key and body, fresh nonce', async (_, step) => {
  const { client, received } = await start(step, step, json(200, verdict))
  expect(await client().assess(order, { idempotencyKey: 'order-1001' })).toEqual(verdict)
  expect(received).toHaveLength(3)
  expect(new Set(received.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set(['order-1001']))
  expect(new Set(received.map(({ body }) => body)).size).toBe(1)
  expect(new Set(received.map(({ headers }) => headers['x-nonce'])).size).toBe(3)
})

test('a try that hangs is given up for the next one', async () => {
  const { client, received } = await start(silence, json(200, verdict))
  expect(await client({ tryTimeoutMs: 100 }).assess(order)).toEqual(verdict)
  expect(received).toHaveLength(2)
})

test('Retry-After is waited for', async () => {
  const { client, received } = await start(problem(429, 'rate_limited', { 'retry-after': '1' }), json(200, verdict))
  const began = performance.now()
  await client().assess(order)
  // Not a measure of speed: the pause the server asked for is a lower bound.
  expect(performance.now() - began).toBeGreaterThanOrEqual(990)
  expect(received).toHaveLength(2)
})
