import { Overview } from '#contract/console.ts'
import { signInTo, type SignedIn } from '../../testing/console.ts'
import { anOrder, openTestHouse, send, type TestHouse } from '../../testing/house.ts'
import { eventually } from '../../testing/eventually.ts'
import { createHasOpen } from '../../platform/outbox/fold.ts'
import type { RunningJobs } from '../../platform/jobs/jobs.ts'
import type { KeySet, NewMerchant } from '../merchants/service.ts'
import { operator } from '../audit/service.ts'

let house: TestHouse
let shop: NewMerchant
let ines: SignedIn
let jobs: RunningJobs
let now = Date.UTC(2026, 10, 22, 11, 7)

beforeAll(async () => {
  house = await openTestHouse({ clock: () => now })
  shop = await house.createMerchant()
  await house.foundation.merchants.changeSettings(operator, shop.merchantId, { timeZone: 'Europe/Berlin' })
  ines = await signInTo(house, shop.organizationId, 'viewer')
  jobs = house.startWork()
})
afterAll(async () => {
  await jobs.stop()
  await house.remove()
})

const score = async (body: Readonly<Record<string, unknown>>, keys: KeySet = shop.live) => {
  const answer = await send(house, { path: '/v1/assessments', body, keys, now })
  expect(answer.status).toBe(200)
}
const overview = async (mode = 'live', query = '') => {
  // The worker folds each second by itself; this asks it to, until nothing is left open.
  await eventually(async () => {
    await jobs.runNow('fold-verdicts')
    return !(await createHasOpen(house.foundation.documents)('assessment.scored'))
  })
  return Overview.parse((await ines.get(`/stores/${shop.merchantId}/${mode}/overview${query}`)).body)
}

test('a day without orders has all its hours and no numbers', async () => {
  const empty = await overview()
  expect(empty).toMatchObject({
    day: '2026-11-22',
    time_zone: 'Europe/Berlin',
    last_order_at: null,
    today: { orders: 0, value: [], approved: 0, review: 0, declined: 0 },
    latest: [],
    reasons: [],
  })
  expect(empty.hours).toHaveLength(24)
  expect(empty.hours[0]?.at).toBe('2026-11-21T23:00:00.000Z')
})

test('orders are counted once, per currency, in their hour; test data apart', async () => {
  now = Date.UTC(2026, 10, 21, 9, 0)
  await score(anOrder())
  now = Date.UTC(2026, 10, 21, 20, 0)
  await score(anOrder())
  now = Date.UTC(2026, 10, 22, 11, 7)
  await score(anOrder())
  await score({ ...anOrder(), order: { id: 'yen-1', amount: 500, currency: 'JPY' } })
  await score(anOrder(), shop.test)

  ines = await signInTo(house, shop.organizationId, 'viewer')
  const day = await overview()
  expect(day.today).toMatchObject({
    orders: 2,
    value: [
      { currency: 'EUR', amount: 12_999 },
      { currency: 'JPY', amount: 500 },
    ],
  })
  expect(day.today.approved + day.today.review + day.today.declined).toBe(2)
  expect(day.yesterday.orders).toBe(1)
  const noon = day.hours[12]
  expect(noon?.at).toBe('2026-11-22T11:00:00.000Z')
  expect((noon?.low ?? 0) + (noon?.medium ?? 0) + (noon?.high ?? 0) + (noon?.critical ?? 0)).toBe(2)
  expect(day.latest).toHaveLength(4)
  expect(day.reasons.every(({ orders, average_points: points }) => orders > 0 && points < 0)).toBe(true)
  expect((await overview()).today).toEqual(day.today)
  expect((await overview('test')).today.orders).toBe(1)
  expect((await overview('live', '?day=2026-11-21')).today.orders).toBe(2)
})

test('an order with a second attempt stays one order, counted as its latest', async () => {
  const before = (await overview()).today
  await score({ order: { id: 'twice', amount: 1_000, currency: 'EUR' } })
  await score({ order: { id: 'twice', amount: 2_500, currency: 'EUR' }, email: { address: 'jo@example.com' } })
  const { today, reasons } = await overview()
  expect(today.orders).toBe(before.orders + 1)
  expect(today.value[0]?.amount).toBe((before.value[0]?.amount ?? 0) + 2_500)
  expect(today.approved + today.review + today.declined).toBe(today.orders)
  for (const { orders } of reasons) expect(orders).toBeLessThanOrEqual(today.orders)
})

test('a day that does not exist is told, not guessed', async () => {
  const answer = await ines.get(`/stores/${shop.merchantId}/live/overview?day=2026-02-30`)
  expect(answer.status).toBe(422)
})

test('a period has its days, and is compared with the one before', async () => {
  const week = await overview('live', '?days=7')
  const day = await overview()
  expect(week).toMatchObject({ days: 7, day: '2026-11-22', today: { orders: 5 }, yesterday: { orders: 0 } })
  expect(day.days).toBe(1)
  expect(week.hours).toHaveLength(7)
  expect(week.hours.at(-1)?.at).toBe(day.hours[0]?.at)
  const ordersOf = ({ low, medium, high, critical }: (typeof week.hours)[number]) => low + medium + high + critical
  expect(week.hours.map(ordersOf)).toEqual([0, 0, 0, 0, 0, 2, 3])
  expect((await overview('live', '?days=30')).hours).toHaveLength(30)
  expect((await ines.get(`/stores/${shop.merchantId}/live/overview?days=8`)).status).toBe(422)
})
