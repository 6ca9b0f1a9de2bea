import { Assessment } from '#contract/assessment.ts'
import type { NewMerchant } from '../merchants/service.ts'
import { anOrder, newKey, openTestHouse, send, type TestHouse } from '../../testing/house.ts'

let house: TestHouse
let shop: NewMerchant
beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
})
afterAll(() => house.remove())

const score = (body: unknown, idempotencyKey = newKey()) =>
  send(house, { path: '/v1/assessments', body, keys: shop.test, idempotencyKey })

test('an order is scored, and its reasons add up', async () => {
  const answer = await score(anOrder({ email: { address: 'jo@example.com' } }))
  expect(answer.status).toBe(200)
  const assessment = Assessment.parse(answer.body)
  const points = assessment.reasons.reduce((sum, reason) => sum + reason.points, assessment.base)
  expect(points).toBe(assessment.sum)
  expect(assessment).toMatchObject({
    livemode: false,
    attempt: 1,
    previous: null,
    degraded: false,
    degraded_causes: [],
  })
})

test('the same key and body get the same bytes', async () => {
  const order = anOrder()
  const key = newKey()
  const first = await score(order, key)
  const again = await score(order, key)
  expect(again.text).toBe(first.text)
  expect(first.headers['idempotent-replayed']).toBeUndefined()
  expect(again.headers['idempotent-replayed']).toBe('true')
})

test('the same order under another key gets the stored answer', async () => {
  const order = anOrder()
  const first = await score(order)
  const key = newKey()
  const again = await score(order, key)
  expect(again.text).toBe(first.text)
  const reused = await score(anOrder(), key)
  expect([reused.status, (reused.body as { code: string }).code]).toEqual([422, 'idempotency_key_reused'])
})

test('other content under the same order id is a second attempt', async () => {
  const order = anOrder()
  const first = Assessment.parse((await score(order)).body)
  const second = Assessment.parse((await score({ ...order, email: { address: 'other@example.com' } })).body)
  expect(second).toMatchObject({ attempt: 2, previous: first.id, order_id: first.order_id })
})

test('it can be read back, listed and replayed', async () => {
  const scored = Assessment.parse((await score(anOrder())).body)
  const get = (path: string) => send(house, { method: 'GET', path, keys: shop.test })
  expect((await get(`/v1/assessments/${scored.id}`)).body).toEqual(scored)
  const list = await get(`/v1/assessments?limit=1&order_id=${scored.order_id}`)
  expect(list.body).toEqual({ data: [scored], has_more: false, next_cursor: null })
  const replay = await send(house, { path: `/v1/assessments/${scored.id}/replay`, keys: shop.test })
  expect(replay.body).toMatchObject({ match: true, differences: [] })
})
