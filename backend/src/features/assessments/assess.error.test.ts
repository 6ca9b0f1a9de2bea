import Database from 'better-sqlite3'
import { join } from 'node:path'
import { Assessment } from '#contract/assessment.ts'
import type { Problem } from '#contract/problem.ts'
import { AppError } from '../../platform/app-error.ts'
import { StoredReply } from '../../platform/http/route.ts'
import { anOrder, newKey, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { asRow, assessments, type AssessmentRow } from './collections.ts'
import type { Call } from './receive.ts'

let house: TestHouse
let shop: NewMerchant
beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
})
afterAll(() => house.remove())

const score = (body: unknown, idempotencyKey = newKey(), keys = shop.test) =>
  send(house, { path: '/v1/assessments', body, keys, idempotencyKey })
const problemIn = ({ body }: { body: unknown }) => body as Problem

const callOf = (body: unknown, idempotencyKey = newKey()): Call => ({
  tenant: { merchantId: shop.merchantId, mode: 'test' },
  keyId: 'key_test',
  body,
  rawBody: Buffer.from(JSON.stringify(body)),
  idempotencyKey,
  requestId: 'req_test',
  receivedAt: Date.now(),
})

test.each([
  ['nothing to score', {}, 'validation_failed', '/order'],
  ['no amount', { order: { id: '1', currency: 'EUR' } }, 'validation_failed', '/order/amount'],
  ['a card number', { ...anOrder(), note: '4111 1111 1111 1111' }, 'card_number_refused', '/note'],
])('%s is refused, and refused again in the same words', async (_, body, code, pointer) => {
  const key = newKey()
  const refused = await score(body, key)
  expect(refused.status).toBe(422)
  expect(problemIn(refused)).toMatchObject({ code, errors: [{ pointer }] })
  const again = await score(body, key)
  expect(again.text).toBe(refused.text)
  expect(again.headers).toMatchObject({
    'idempotent-replayed': 'true',
    'content-type': 'application/problem+json',
  })
  expect(problemIn(await score(anOrder(), key)).code).toBe('idempotency_key_reused')
})

test('a key used with another body is refused, and the first answer stands', async () => {
  const key = newKey()
  const order = anOrder()
  const first = await score(order, key)
  expect(problemIn(await score(anOrder(), key)).code).toBe('idempotency_key_reused')
  expect((await score(order, key)).text).toBe(first.text)
})

test('a key that was answered with an order told before is a used key like any other', async () => {
  const order = anOrder()
  const first = await score(order)
  const key = newKey()
  expect((await score(order, key)).text).toBe(first.text)
  const again = await score(order, key)
  expect(again.text).toBe(first.text)
  expect(again.headers['idempotent-replayed']).toBe('true')
  const other = anOrder()
  await score(other)
  expect(problemIn(await score(other, key)).code).toBe('idempotency_key_reused')
})

test('while the first call runs, the second is told to wait', async () => {
  const call = callOf(anOrder())
  const { assess } = house.services.assessments
  const [first, second] = await Promise.allSettled([assess(call), assess(call)])
  expect(first.status).toBe('fulfilled')
  expect(second).toMatchObject({
    reason: { code: 'idempotency_in_progress', options: { retryAfterSeconds: expect.any(Number) as number } },
  })
  const later = await assess(call)
  expect(later.json).toBe(first.status === 'fulfilled' ? first.value.json : '')
})

test('a key is free again after 24 hours', async () => {
  const key = newKey()
  const scored = Assessment.parse((await score(anOrder(), key)).body)
  const scope = house.foundation.documents.forMerchant(shop.merchantId, 'test')
  const longAgo = { received_at: Date.now() - 25 * 3_600_000 }
  await scope.write({ update: assessments, id: scored.id, changes: { set: longAgo } })
  const next = Assessment.parse((await score(anOrder(), key)).body)
  expect(next.id).not.toBe(scored.id)
})

test('nothing is answered that is not durable', async () => {
  const lock = new Database(join(house.folder, 'goodfaith.db'))
  lock.exec('BEGIN IMMEDIATE')
  const order = anOrder()
  const key = newKey()
  try {
    const refused = await score(order, key)
    expect([refused.status, problemIn(refused).code, refused.headers['retry-after']]).toEqual([503, 'not_durable', '1'])
  } finally {
    lock.exec('ROLLBACK')
    lock.close()
  }
  expect((await score(order, key)).status).toBe(200)
}, 30_000)

test('an order left behind is scored by the sweep, as of its receipt, and its retry gets that answer', async () => {
  const scope = house.foundation.documents.forMerchant(shop.merchantId, 'test')
  const receivedAt = Date.now() - 3_600_000
  const call = { ...callOf(anOrder({ email: { address: 'left@example.com' } })), receivedAt }
  const first = await house.services.assessments.assess({ ...call, receivedAt: Date.now() })
  const { id } = JSON.parse(first.json) as Assessment
  const row = await scope.get(assessments, id)
  if (!row) throw new Error('not stored')
  // As a process leaves it that dies after recording: no verdict, and a lease nobody holds.
  const later = ['verdict', 'answer', 'level', 'decision', 'score']
  const kept = Object.fromEntries(Object.entries(row).filter(([name]) => !later.includes(name)))
  await scope.write({ remove: assessments, id })
  const left = asRow({
    ...(kept as unknown as AssessmentRow),
    id: id.replace(/.$/, '0'),
    status: 'received',
    received_at: receivedAt,
    process: 'gone',
  })
  await scope.write({ insert: assessments, document: left })

  expect(await house.services.assessments.sweep()).toBe(1)
  const answered = await house.services.assessments.assess({ ...call, receivedAt: Date.now() })
  expect(answered).toBeInstanceOf(StoredReply)
  expect(JSON.parse(answered.json)).toMatchObject({ id: left.id, created_at: new Date(receivedAt).toISOString() })
  expect(await house.services.assessments.sweep()).toBe(0)
})

test('an order that waited too long to be recorded is refused: its time may be folded already', async () => {
  const late = { ...callOf(anOrder()), receivedAt: Date.now() - 6 * 60_000 }
  await expect(house.services.assessments.assess(late)).rejects.toBeInstanceOf(AppError)
})

test.each([
  ['approve', 90],
  ['review', 30],
  ['decline', 5],
])('%s@test.invalid decides in test mode, and leaves no trace in any profile', async (word, trust) => {
  const order = anOrder({ email: { address: `${word}@test.invalid` } })
  const scored = Assessment.parse((await score(order)).body)
  expect(scored).toMatchObject({ decision: word, trust_score: trust, reasons: [{ code: 'TEST_MAGIC' }] })
  const again = Assessment.parse((await score(anOrder({ email: { address: `${word}@test.invalid` } }))).body)
  expect(again.sum).toBe(scored.sum)
  const live = Assessment.parse((await score(order, newKey(), shop.live)).body)
  expect(live.reasons.map(({ code }) => code)).not.toContain('TEST_MAGIC')
})

test.each([
  ['limit=0', '/limit'],
  ['limit=101', '/limit'],
  ['after=nonsense', '/after'],
  ['risk_level=awful', '/risk_level/0'],
  ['created_from=yesterday', '/created_from'],
])('a list asked with %s is refused by name', async (query, pointer) => {
  const answer = await send(house, { method: 'GET', path: `/v1/assessments?${query}`, keys: shop.test })
  expect(answer.status).toBe(422)
  expect(problemIn(answer).errors?.[0]?.pointer).toBe(pointer)
})
