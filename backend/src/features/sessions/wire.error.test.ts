import fc from 'fast-check'
import request, { type Response } from 'supertest'
import type { NewMerchant } from '../merchants/service.ts'
import { openTestHouse, shopOrigin, type TestHouse } from '../../testing/house.ts'
import { devices, sessions } from './collections.ts'
import { computer, request as payloadOf } from './testing/shop.ts'

let house: TestHouse
let store: NewMerchant
beforeAll(async () => {
  house = await openTestHouse()
  store = await house.createMerchant()
})
afterAll(() => house.remove())

const post = async (
  body: string | object,
  headers: Record<string, string> = { origin: shopOrigin },
): Promise<Response> =>
  request(house.app)
    .post('/v1/sessions')
    .set({ 'content-type': 'text/plain', ...headers })
    .send(typeof body === 'string' ? body : JSON.stringify(body))

const honest = (more: object = {}) => ({ ...payloadOf(computer('ida')), key: store.test.publishableKey, ...more })
const manyComponents = Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`c${index}`, null]))
const codeIn = ({ body }: Response): unknown => (body as { code?: string }).code

const stored = async (mode: 'test' | 'live' = 'test') => {
  const documents = house.foundation.documents.forMerchant(store.merchantId, mode)
  const all = { limit: 1_000, scan: true }
  return {
    sessions: (await documents.find(sessions, {}, all)).items.length,
    devices: (await documents.find(devices, {}, all)).items.length,
  }
}

test('an honest page has its session, and may read the answer', async () => {
  const answer = await post(honest())
  expect(answer.status).toBe(201)
  expect(answer.body).toEqual({ session_id: expect.stringMatching(/^ses_/), expires_at: expect.stringMatching(/Z$/) })
  expect(answer.headers['access-control-allow-origin']).toBe(shopOrigin)
  expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
})

test.each(['https://evil.example', 'null', 'https://shop.example.evil.example', 'http://shop.example'])(
  'a foreign origin is refused and nothing is stored: %s',
  async (origin) => {
    const before = await stored()
    const answer = await post(honest(), { origin })
    expect([answer.status, codeIn(answer)]).toEqual([403, 'origin_not_allowed'])
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect(await stored()).toEqual(before)
  },
)

test('a missing origin is taken, and the session says so', async () => {
  const answer = await post(honest(), {})
  const { session_id: id } = answer.body as { session_id: string }
  expect(answer.status).toBe(201)
  expect(await house.services.sessions.forOrder(store.merchantId, 'test', id, Date.now())).toMatchObject({
    originMissing: true,
  })
})

const refused: readonly (readonly [string, () => string | object, number, string])[] = [
  ['no JSON', () => '{"key":', 400, 'body_malformed'],
  ['no key', () => ({}), 401, 'key_missing'],
  ['a key of another kind', () => honest({ key: store.test.secretKey }), 403, 'key_scope'],
  ['a mistyped key', () => honest({ key: `${store.test.publishableKey.slice(0, -1)}!` }), 401, 'key_malformed'],
  ['another version', () => honest({ v: 2 }), 422, 'validation_failed'],
  ['too many components', () => honest({ components: manyComponents }), 422, 'validation_failed'],
  ['a megabyte', () => 'x'.repeat(1_000_000), 413, 'body_too_large'],
  ['a very deep body', () => '['.repeat(10_000), 400, 'body_malformed'],
]
test.each(refused)('%s is refused with its code', async (_, given, status, code) => {
  const before = await stored()
  const answer = await post(given())
  expect([answer.status, codeIn(answer)]).toEqual([status, code])
  expect(await stored()).toEqual(before)
})

test('whatever a browser sends in place of components and facts is a session with gaps, never an error of ours', async () => {
  const anyPart = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.string(), fc.jsonValue()),
    fc.constant({ automation: ['x'.repeat(5_000)] }),
  )
  await fc.assert(
    fc.asyncProperty(anyPart, anyPart, async (components, facts) => {
      const answer = await post(honest({ components, facts }))
      expect([201, 422]).toContain(answer.status)
    }),
    { numRuns: 60 },
  )
})

test('test and live keys open sessions of their own mode', async () => {
  const before = await stored('live')
  await post(honest({ key: store.live.publishableKey }))
  expect((await stored('live')).sessions).toBe(before.sessions + 1)
})

test('sixty visits a minute from one address, then it is told to wait', async () => {
  const limited = await openTestHouse({ env: { RATE_LIMIT_SCALE: '1' } })
  try {
    const shop = await limited.createMerchant()
    const body = JSON.stringify({ ...payloadOf(computer('karl')), key: shop.test.publishableKey })
    const visit = () => request(limited.app).post('/v1/sessions').set({ 'content-type': 'text/plain' }).send(body)
    for (let count = 0; count < 60; count += 1) expect((await visit()).status).toBe(201)
    const refused = await visit()
    expect([refused.status, codeIn(refused)]).toEqual([429, 'rate_limited'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  } finally {
    await limited.remove()
  }
})

test('the log names no address, no agent and no key', async () => {
  await request(house.app)
    .post('/v1/sessions')
    .set({ 'user-agent': 'marker-agent/9', 'content-type': 'text/plain' })
    .send(JSON.stringify(honest()))
  const log = house.logged.join('\n')
  expect(log).not.toContain('marker-agent')
  expect(log).not.toContain(store.test.publishableKey.slice(9, 40))
})
