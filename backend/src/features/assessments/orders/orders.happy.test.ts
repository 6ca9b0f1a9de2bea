import { OrderDetail, OrderRows } from '#contract/console.ts'
import { Assessment } from '#contract/assessment.ts'
import type { NewMerchant } from '../../merchants/service.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../../testing/house.ts'

let house: TestHouse
let shop: NewMerchant
const jo = { email: { address: 'jo.doe@example.com' }, payment: { method: 'card', token: 'pm_1' } }

beforeAll(async () => {
  house = await openTestHouse()
  shop = await house.createMerchant()
})
afterAll(() => house.remove())

const score = async (more: Readonly<Record<string, unknown>>): Promise<Assessment> =>
  Assessment.parse((await send(house, { path: '/v1/assessments', body: anOrder(more), keys: shop.live })).body)
const tenant = () => ({ merchantId: shop.merchantId, mode: 'live' }) as const
const orders = () => house.services.assessments.orders

test('a page of one order shows what it shares with others, by letters', async () => {
  const first = await score(jo)
  const second = await score({ ...jo, email: { address: 'else@example.com' } })
  const detail = OrderDetail.parse(await orders().detail(tenant(), second.id))
  expect(detail.assessment).toEqual(second)
  expect(detail.linked.kinds).toEqual(['email', 'card'])
  expect(detail.linked.orders).toMatchObject([{ id: first.id, letters: { card: 'A', email: 'B', phone: null } }])
  expect(detail.timeline.map(({ code }) => code)).toEqual(['received', 'scored'])
  expect(detail).toMatchObject({ next_id: null, previous_id: first.id, thresholds: { review: 40, decline: 20 } })
})

test('a searched e-mail stands in the address as its keyed reference, and finds its orders', async () => {
  const found = await orders().search(tenant(), ' Jo.Doe@example.com ')
  expect(found).toMatchObject({ kind: 'email', found: 1 })
  expect(found.ref).toMatch(/^email:[0-9a-f]{64}$/)
  const rows = OrderRows.parse(await orders().list(tenant(), { ref: found.ref, limit: 50 }))
  expect(rows.data).toHaveLength(1)
  expect(rows.data[0]?.email_hint).not.toContain('doe')
})

test('an order id is found as one', async () => {
  const { order_id } = await score(jo)
  expect(await orders().search(tenant(), order_id)).toEqual({ kind: 'order', ref: order_id, hint: order_id, found: 1 })
  const rows = await orders().list(tenant(), { order_id, limit: 1 })
  expect(rows.data.map((row) => row.order_id)).toEqual([order_id])
})

test('test mode sees nothing of it', async () => {
  const other = { merchantId: shop.merchantId, mode: 'test' } as const
  expect(await orders().list(other, { limit: 50 })).toEqual({ data: [], has_more: false, next_cursor: null })
  expect((await orders().search(other, 'jo.doe@example.com')).found).toBe(0)
})
