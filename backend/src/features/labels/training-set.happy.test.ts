import type { Assessment } from '#contract/assessment.ts'
import { dayMs } from '../../scoring/standing.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import type { NewMerchant } from '../merchants/service.ts'
import type { CardName, TrainingOrder } from './service.ts'

let house: TestHouse
let shop: NewMerchant
const start = Date.UTC(2026, 0, 5, 12)
let now = start

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
})
beforeEach(async () => {
  shop = await house.createMerchant()
  now = start
})
afterAll(() => house.remove())

const tenant = () => ({ merchantId: shop.merchantId, mode: 'live' }) as const
const score = async (more: Readonly<Record<string, unknown>> = {}): Promise<Assessment> => {
  now += 1_000
  const answer = await send(house, { path: '/v1/assessments', body: anOrder(more), keys: shop.live, now })
  return answer.body as Assessment
}
const label = (order_id: string, word: string, more: object = {}) =>
  send(house, { path: '/v1/labels', body: { order_id, label: word, ...more }, keys: shop.live, now })
const known = async (cut: number, card: CardName = 'standard'): Promise<readonly TrainingOrder[]> => {
  const all: TrainingOrder[] = []
  for await (const { orders } of house.services.labels.trainingSet(tenant(), { cut, card })) all.push(...orders)
  return all
}
const told = async (cut: number, card?: CardName) => (await known(cut, card)).map(({ id, bad }) => [id, bad])

test('planted leak: a label is not in the set before it was known, whenever it happened', async () => {
  const { id, order_id } = await score()
  now = start + 20 * dayMs
  await label(order_id, 'fraud', { occurred_at: new Date(start + 1_000).toISOString() })
  expect(await told(now - 1)).toEqual([])
  expect(await told(now)).toEqual([[id, true]])
})

test('planted leak: an order was not good a second before its silence was long enough', async () => {
  const { id, created_at } = await score()
  const due = Date.parse(created_at) + 60 * dayMs
  now = due + 10 * dayMs
  expect(await told(due - 1_000)).toEqual([])
  expect(await told(due - 1)).toEqual([])
  expect(await told(due)).toEqual([[id, false]])
})

test('an order that turned out bad after its silence was good in between', async () => {
  const { id, order_id } = await score()
  now = start + 80 * dayMs
  await label(order_id, 'chargeback', { reason_code: '10.4' })
  expect(await told(start + 70 * dayMs)).toEqual([[id, false]])
  expect(await told(now)).toEqual([[id, true]])
})

test('a label that the store knew long ago counts from then', async () => {
  const { id, order_id } = await score()
  now = start + 50 * dayMs
  const known_at = new Date(start + 5 * dayMs).toISOString()
  await label(order_id, 'fraud', { known_at })
  expect(await told(start + 4 * dayMs)).toEqual([])
  expect(await told(start + 5 * dayMs)).toEqual([[id, true]])
})

test('suspicions, withdrawn labels and cancelled orders teach nothing', async () => {
  const [suspected, cancelled, withdrawn] = [await score(), await score(), await score()]
  await label(suspected.order_id, 'suspected_fraud')
  await label(withdrawn.order_id, 'fraud')
  now += 1_000
  await label(withdrawn.order_id, 'clear')
  const at = new Date(now).toISOString()
  const path = `/v1/orders/${cancelled.order_id}/events`
  await send(house, { path, body: { type: 'cancelled', at }, keys: shop.live, now })
  now += 30 * dayMs
  expect(await told(now)).toEqual([])
  now += 31 * dayMs
  expect(await told(now)).toEqual([[withdrawn.id, false]])
})

test('cash on delivery has a set of its own', async () => {
  const taken = await score({ payment: { method: 'cod' } })
  const refused = await score({ payment: { method: 'cod' } })
  const card = await score({ payment: { method: 'card', token: 'pm_other' } })
  await label(refused.order_id, 'refused_delivery', { source: 'carrier' })
  now += 61 * dayMs
  expect(await told(now, 'cod')).toEqual([
    [refused.id, true],
    [taken.id, false],
  ])
  expect(await told(now)).toEqual([[card.id, false]])
})

test('of several attempts the newest stands for the order; evidence is as it was stored', async () => {
  const first = await score()
  const second = await score({ order: { id: first.order_id, amount: 1_000, currency: 'EUR' } })
  await label(first.order_id, 'fraud')
  const [order, ...more] = await known(now)
  expect(more).toEqual([])
  expect(order).toMatchObject({ id: second.id, bad: true, weight: 1, amount: 1_000, declined: false, control: false })
  const [stored] = await house.services.assessments.stored.byIds(tenant(), [second.id])
  expect(order?.values).toEqual(stored?.values)
})

test('a declined order is counted, and teaches nothing until somebody says what it was', async () => {
  const { id, order_id } = await score()
  const body = { email: { address: 'decline@test.invalid' } }
  const declined = (await send(house, { path: '/v1/assessments', body: anOrder(body), keys: shop.test, now }))
    .body as Assessment
  expect(declined.decision).toBe('decline')
  const pages = house.services.labels.trainingSet(
    { merchantId: shop.merchantId, mode: 'test' },
    { cut: now, card: 'standard' },
  )
  // Magic orders teach nothing at all.
  for await (const page of pages) expect(page).toMatchObject({ orders: [], seen: 0 })
  await label(order_id, 'not_fraud')
  expect(await told(now)).toEqual([[id, false]])
})
