import type { Problem } from '#contract/problem.ts'
import { anOrder, newKey, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'

let house: TestHouse
let shop: NewMerchant
let orderId: string

beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
  const scored = await send(house, { path: '/v1/assessments', body: anOrder(), keys: shop.live })
  orderId = (scored.body as { order_id: string }).order_id
})
afterAll(() => house.remove())

const post = async (body: unknown, headers: Readonly<Record<string, string>> = {}, path = '/v1/labels') => {
  const { status, body: answered } = await send(house, { path, body, keys: shop.live, headers })
  return { ...(answered as Problem), status }
}
const ahead = () => new Date(Date.now() + 3_600_000).toISOString()
const csv = { 'content-type': 'text/csv' }

test.each<[string, () => object, string]>([
  ['a word nobody knows', () => ({ order_id: orderId, label: 'stolen' }), '/label'],
  ['no order', () => ({ label: 'fraud' }), '/order_id'],
  ['two names for the order', () => ({ order_id: orderId, assessment_id: 'asm_1', label: 'fraud' }), '/order_id'],
  ['a time that is none', () => ({ order_id: orderId, label: 'fraud', known_at: 'yesterday' }), '/known_at'],
  ['knowledge from the future', () => ({ order_id: orderId, label: 'fraud', known_at: ahead() }), '/known_at'],
  [
    'a fraud that is still to come',
    () => ({ order_id: orderId, label: 'fraud', occurred_at: ahead() }),
    '/occurred_at',
  ],
  [
    'a novel for a reason',
    () => ({ order_id: orderId, label: 'chargeback', reason_code: 'x'.repeat(41) }),
    '/reason_code',
  ],
])('%s', async (_, body, pointer) => {
  const answer = await post(body())
  expect(answer).toMatchObject({ status: 422, code: 'validation_failed' })
  expect(answer.errors?.[0]?.pointer).toBe(pointer)
})

test('more than 500 at once are refused as a whole', async () => {
  const labels = Array.from({ length: 501 }, () => ({ order_id: orderId, label: 'fraud' }))
  expect(await post({ labels })).toMatchObject({ status: 422, code: 'validation_failed' })
})

test.each([
  ['without a line that names the columns', 'x\n', 'order_id, assessment_id, label'],
  ['without a label', 'order_id,label\n', 'There is no line with a label.'],
  ['with a quote that never ends', 'order_id,label\n"1,fraud\n', 'The quote in line 2 is never closed.'],
])('a table %s', async (_, text, detail) => {
  const answer = await post(text, csv)
  expect(answer).toMatchObject({ status: 422, code: 'validation_failed' })
  expect(answer.detail).toContain(detail)
})

test('a table of another character set', async () => {
  const body = Buffer.from([0x6f, 0xff, 0xfe]).toString('latin1')
  expect((await post(body, csv)).status).toBe(422)
})

test('a card number is refused wherever it stands, in a table too', async () => {
  const card = ['4111', '1111', '1111', '1111'].join('')
  expect(await post({ order_id: orderId, label: 'fraud', reason_code: card })).toMatchObject({
    code: 'card_number_refused',
  })
  expect(await post(`order_id,label\n${card},fraud\n`, csv)).toMatchObject({ code: 'card_number_refused' })
  const event = { type: 'refused', at: new Date().toISOString(), code: card }
  expect(await post(event, {}, `/v1/orders/${orderId}/events`)).toMatchObject({ code: 'card_number_refused' })
})

test('the order of another store, or of the other mode, is the same as none', async () => {
  const other = await house.createMerchant('Other')
  const body = { order_id: orderId, label: 'fraud' }
  for (const keys of [other.live, shop.test]) {
    const answer = await send(house, { path: '/v1/labels', body, keys })
    expect([answer.status, (answer.body as Problem).code]).toEqual([404, 'not_found'])
  }
})

test('an answer is kept with its key', async () => {
  const body = { order_id: orderId, label: 'suspected_fraud' }
  const call = { path: '/v1/labels', body, keys: shop.live, idempotencyKey: newKey() }
  const [first, again] = [await send(house, call), await send(house, call)]
  expect(again.text).toBe(first.text)
  expect(again.headers['idempotent-replayed']).toBe('true')
})

test.each([
  ['a type nobody knows', { type: 'lost', at: '2026-01-01T00:00:00Z' }],
  ['no time', { type: 'shipped' }],
])('an order event with %s', async (_, body) => {
  expect(await post(body, {}, `/v1/orders/${orderId}/events`)).toMatchObject({ status: 422, code: 'validation_failed' })
})
