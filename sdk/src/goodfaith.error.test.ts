import { inspect } from 'node:util'
import { GoodfaithError } from './errors.ts'
import { Goodfaith } from './goodfaith.ts'
import { hangUp, json, problem, silence, startScriptedServer, type Step } from './testing/scripted-server.ts'

const secretKey = 'gfs_test_example'
const signingSecret = 'gfk_test_example_signing_secret'
const order = { order: { id: '1001', amount: 12999, currency: 'EUR' } }

let stop: () => Promise<void> = async () => undefined
afterEach(() => stop())

const start = async (...steps: readonly Step[]) => {
  const server = await startScriptedServer(...steps)
  stop = server.stop
  const client = (more = {}) => new Goodfaith({ secretKey, signingSecret, baseUrl: server.baseUrl, ...more })
  return { ...server, client }
}

const errorOf = async (call: Promise<unknown>): Promise<GoodfaithError> => {
  const error: unknown = await call.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  if (error instanceof GoodfaithError) return error
  throw new Error(`not a GoodfaithError: ${inspect(error)}`)
}

test.each([
  [400, 'body_malformed'],
  [401, 'signature_invalid'],
  [403, 'key_scope'],
  [404, 'not_found'],
  [413, 'body_too_large'],
  [422, 'card_number_refused'],
  [422, 'idempotency_key_reused'],
  [422, 'a_code_of_a_later_version'],
])('%i %s is passed on as it came, without another try', async (status, code) => {
  const { client, received } = await start(problem(status, code))
  const error = await errorOf(client().assess(order))
  expect(error).toMatchObject({ code, status, requestId: 'req_1', message: `Title of ${code}.` })
  expect(received).toHaveLength(1)
})

test('wrong fields are named', async () => {
  const errors = [{ pointer: '/order/amount', code: 'INPUT_INVALID', detail: 'expected int' }]
  const { client } = await start(json(422, { code: 'validation_failed', title: 'T', request_id: 'req_1', errors }))
  expect((await errorOf(client().assess(order))).errors).toEqual(errors)
})

test('tries end: the last answer is what is thrown', async () => {
  const { client, received } = await start(problem(503, 'starting', { 'retry-after': '0' }))
  expect(await errorOf(client().assess(order))).toMatchObject({ code: 'starting', status: 503, retryAfterSeconds: 0 })
  expect(received).toHaveLength(3)
  expect(await errorOf(client({ retries: 0 }).assess(order))).toMatchObject({ code: 'starting' })
  expect(received).toHaveLength(4)
})

test('a pause longer than the caller waits is not begun', async () => {
  const { client, received } = await start(problem(429, 'rate_limited', { 'retry-after': '60' }))
  expect(await errorOf(client().assess(order))).toMatchObject({ code: 'rate_limited', retryAfterSeconds: 60 })
  expect(received).toHaveLength(1)
})

test('a server that is silent', async () => {
  const { client } = await start(silence)
  expect(await errorOf(client({ tryTimeoutMs: 50, timeoutMs: 200 }).assess(order))).toMatchObject({ code: 'timeout' })
})

test('a server that hangs up, and one that is not there', async () => {
  const { client } = await start(hangUp)
  expect(await errorOf(client({ retries: 1 }).assess(order))).toMatchObject({ code: 'unreachable' })
  await stop()
  expect(await errorOf(client({ retries: 1 }).assess(order))).toMatchObject({ code: 'unreachable' })
})

test.each([
  ['a page', (response) => void response.writeHead(200).end('<html>')],
  ['JSON of something else', json(200, { ok: true })],
  ['no object', json(200, [1])],
] as [string, Step][])('%s in place of an assessment', async (_, step) => {
  const { client } = await start(step)
  expect(await errorOf(client().assess(order))).toMatchObject({ code: 'unexpected_answer' })
})

test('redirects are not followed', async () => {
  const { client, received } = await start((response) => void response.writeHead(307, { location: '/elsewhere' }).end())
  expect(await errorOf(client({ retries: 0 }).assess(order))).toMatchObject({ code: 'unreachable' })
  expect(received).toHaveLength(1)
})

test('the caller may give up, before and during a call', async () => {
  const { client } = await start(silence)
  expect(await errorOf(client().assess(order, { signal: AbortSignal.abort() }))).toMatchObject({ code: 'aborted' })
  const controller = new AbortController()
  const call = errorOf(client().assess(order, { signal: controller.signal }))
  controller.abort()
  expect(await call).toMatchObject({ code: 'aborted' })
})

test.each([
  [{ secretKey: signingSecret }, 'secretKey must be'],
  [{ signingSecret: secretKey }, 'signingSecret must be'],
  [{ signingSecret: 'gfk_live_x' }, 'both be live or both be test'],
  [{ baseUrl: 'trust.shop.example' }, 'baseUrl must begin'],
])('mistakes in wiring are told at the start: %#', (wrong, words) => {
  const options = { secretKey, signingSecret, baseUrl: 'https://trust.shop.example', ...wrong }
  expect(() => new Goodfaith(options)).toThrow(words)
  expect(() => new Goodfaith(options)).not.toThrow(secretKey)
})

test('neither client nor error shows a secret', async () => {
  const { client } = await start(problem(401, 'key_unknown'))
  const goodfaith = client()
  const shown = inspect([goodfaith, await errorOf(goodfaith.assess(order))], { depth: 9, showHidden: true })
  expect(shown + JSON.stringify(goodfaith)).not.toMatch(/gf[sk]_test/)
})
